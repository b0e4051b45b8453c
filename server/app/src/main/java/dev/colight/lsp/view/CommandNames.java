package dev.colight.lsp.view;

import java.util.List;

/** Names the commands of {@code workspace/executeCommand}. */
public final class CommandNames {
  /** Runs a document. Argument: its URI. */
  public static final String RUN = "colight.run";

  /** Runs a block and what it needs. Arguments: the document's URI, the block's id. */
  public static final String RUN_BLOCK = "colight.runBlock";

  /** Ends a document's run. Argument: its URI. */
  public static final String CANCEL = "colight.cancel";

  /** Starts a document afresh. Argument: its URI. */
  public static final String RESTART = "colight.restart";

  /** Compares what a document shows with a clean run. Argument: its URI. */
  public static final String VERIFY = "colight.verify";

  /** Shows the page in a browser. Argument: the URI of the document that it shows at first. */
  public static final String PREVIEW = "colight.preview";

  /** Trusts a document. Arguments: its URI, and whether {@code folder} or {@code document}. */
  public static final String TRUST = "colight.trust";

  /** Takes back that a document is trusted. Argument: its URI. */
  public static final String REVOKE_TRUST = "colight.revokeTrust";

  /** Makes a Java file a live document. Argument: its URI. */
  public static final String LIVE = "colight.live";

  private CommandNames() {}

  /** Returns all of them. */
  public static List<String> all() {
    return List.of(RUN, RUN_BLOCK, CANCEL, RESTART, VERIFY, PREVIEW, TRUST, REVOKE_TRUST, LIVE);
  }
}
