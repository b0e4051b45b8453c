package dev.colight.execution;

import dev.colight.document.Role;
import dev.colight.document.Splitter;
import dev.colight.graph.Analyzer;
import dev.colight.graph.Directive;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything the engine needs of a language; itself the toolchain of who asks for nothing. */
public interface Language extends Toolchain {
  /** The reason for which code lacks what a document asks for while that is being fetched. */
  String LIBRARIES_COME = "waits for the libraries that the document asks for";

  /** Returns how a document is split, which may depend on what kind of file it is. */
  Splitter splitter(String uri);

  Analyzer analyzer();

  /**
   * Notes that a workspace begins to use this. One at a time may: it says what code nobody needs
   * any more, and knows of its own documents only.
   *
   * @throws IllegalStateException where another has not ended
   */
  default void begin() {}

  /** Notes that the workspace that has begun asks for nothing any more. */
  default void end() {}

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
   * Has more count as touching the outside world, or less; what was made ready before stays as it
   * is.
   *
   * @param rules as the language has them written
   */
  default void setEffectRules(List<String> rules) {}

  /**
   * Makes ready what a document asks for, in the background.
   *
   * @param listener hears of it, on any thread, until there is an end of it or it is closed
   */
  default Preparation prepare(
      String uri, List<Directive> directives, Consumer<Preparation.Event> listener) {
    throw new UnsupportedOperationException("this language has no directives");
  }

  /**
   * Returns what lines of a block name that other files may have, in the order of the text.
   *
   * @param role what the lines are to their document
   */
  default List<Directive> mentions(Role role, List<String> lines) {
    return List.of();
  }

  /** Tells whether it makes a difference where among others of its kind a mention stands. */
  default boolean countsInOrder(Directive mention) {
    return false;
  }

  /**
   * Follows other files that a document uses.
   *
   * @param base what its code is compiled with besides
   * @param present what its code has been compiled with so far
   * @param mentions what the document names, as {@link #mentions} found it
   * @param listener gets what is found, on any thread, at least once and again after each change of
   *     the files, until what is returned is closed
   * @return null where nothing of it can be in other files
   */
  default @Nullable Following follow(
      String uri,
      Toolchain base,
      Toolchain present,
      List<Directive> mentions,
      Consumer<Following.Found> listener) {
    return null;
  }

  /** Returns who is told of other files. */
  default OtherFiles otherFiles() {
    return OtherFiles.NONE;
  }
}
