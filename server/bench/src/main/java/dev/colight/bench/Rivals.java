package dev.colight.bench;

import java.io.IOException;
import java.util.function.Consumer;

/** Starts what takes part beside the server. */
final class Rivals {
  /** mdoc compiles with a compiler that is slow until it has been compiled itself. */
  private static final int MDOC_WARM_UP = 20;

  private final int edits;
  private final Consumer<String> progress;

  /**
   * Starts none yet.
   *
   * @param edits how many will be measured: few need no warmth
   */
  Rivals(int edits, Consumer<String> progress) {
    this.edits = edits;
    this.progress = progress;
  }

  /**
   * Starts one, which runs all of a document.
   *
   * @throws IOException saying why it cannot take part
   */
  Rival start(Contender contender, BenchDocument document)
      throws IOException, InterruptedException {
    return switch (contender) {
      case JSHELL_LOCAL -> new JshellRival("local", document);
      case JSHELL_JDI -> new JshellRival("jdi", document);
      case NOTEBOOK_PAIR -> new NotebookRival(Peer.NOTEBOOK.jars(progress), document, false);
      case NOTEBOOK -> new NotebookRival(Peer.NOTEBOOK.jars(progress), document, true);
      case MDOC -> new MdocRival(Peer.MDOC.jars(progress), document, Math.min(MDOC_WARM_UP, edits));
      case JAVA -> new JavaRival(document);
      case EDIT, FLOOR, UNDO, COMMENT ->
          throw new IllegalArgumentException(contender.label() + " is no rival");
    };
  }
}
