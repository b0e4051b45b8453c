package dev.colight.execution;

import dev.colight.document.Splitter;
import dev.colight.graph.Analyzer;
import dev.colight.graph.Directive;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Everything the engine needs of a language; itself the toolchain of who asks for nothing. */
public interface Language extends Toolchain {
  /** Returns how a document is split, which may depend on what kind of file it is. */
  Splitter splitter(String uri);

  Analyzer analyzer();

  /** Notes that a document is about to need a kernel; may start one ahead of that. */
  default void warmUp() {}

  /** Starts a kernel for one document; its process may still be starting when this returns. */
  Kernel startKernel(Kernel.Listener listener);

  /** Returns the directives in the lines of a block. Total, and cheap where there are none. */
  default List<Directive> directives(List<String> lines) {
    return List.of();
  }

  /** Tells whether a document that has these directives needs more than the language itself. */
  default boolean asks(String uri, List<Directive> directives) {
    return false;
  }

  /**
   * Returns a toolchain like another one, which has none of what a document asks for.
   *
   * @param reason what to tell people whose code needs it
   */
  default Toolchain lacking(Toolchain present, String reason) {
    return present;
  }

  /**
   * Has all documents see more libraries; what was made ready before stays as it is.
   *
   * @param entries as people write them
   * @param roots folders from which relative ones start, for documents in them
   */
  default void setLibraries(List<String> entries, List<Path> roots) {}

  /**
   * Makes ready what a document asks for, in the background.
   *
   * @param listener hears of it, on any thread, until there is an end of it or it is closed
   */
  default Preparation prepare(
      String uri, List<Directive> directives, Consumer<Preparation.Event> listener) {
    throw new UnsupportedOperationException("this language has no directives");
  }
}
