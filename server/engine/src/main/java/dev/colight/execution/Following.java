package dev.colight.execution;

/** Other files that a document uses, while it follows what becomes of them. */
public interface Following extends AutoCloseable {
  /** Returns what the document's code is compiled with until more is told. */
  Toolchain meanwhile();

  /** Follows them no more. */
  @Override
  void close();
}
