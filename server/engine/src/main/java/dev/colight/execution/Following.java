package dev.colight.execution;

import dev.colight.graph.Directive;
import java.util.Map;
import java.util.Set;

/** Other files that a document uses, while it follows what becomes of them. */
public interface Following extends AutoCloseable {
  /** Returns what the document's code is compiled with until more is told. */
  Toolchain meanwhile();

  /**
   * Goes on with a document that names something else, if nothing comes of that as far as is known:
   * what is new leads to no file so far, and what is gone did not. Does not wait for anything.
   *
   * @param added what it did not name before, without places
   * @param gone what it does not name any more, without places
   * @return false where the files have to be followed anew
   */
  boolean goesOn(Set<Directive> added, Set<Directive> gone);

  /** Follows them no more. */
  @Override
  void close();

  /**
   * What has become of the files.
   *
   * @param toolchain what the document's code is compiled with
   * @param warnings by what the document names, without places: what is wrong with the file
   */
  record Found(Toolchain toolchain, Map<Directive, String> warnings) {}
}
