package dev.colight.protocol;

/** Names what both sides have to agree on. */
public final class Protocol {
  /** Version that both sides announce. */
  public static final int VERSION = 1;

  /** Key of our options in {@code initializationOptions} and {@code capabilities.experimental}. */
  public static final String SECTION = "colight";

  public static final String RUN_START = "colight/runStart";
  public static final String BLOCK_RESULT = "colight/blockResult";
  public static final String BLOCK_OUTPUT = "colight/blockOutput";
  public static final String RUN_END = "colight/runEnd";
  public static final String STATUS = "colight/status";
  public static final String DOCUMENT = "colight/document";
  public static final String RUN = "colight/run";
  public static final String CANCEL = "colight/cancel";
  public static final String RESTART = "colight/restart";
  public static final String VERIFY = "colight/verify";
  public static final String EXPAND = "colight/expand";
  public static final String INPUT = "colight/input";
  public static final String TRUST = "colight/trust";

  public static final String PREVIEW = "colight/preview";
  public static final String EXPORT = "colight/export";
  public static final String UNWATCH = "colight/unwatch";
  public static final String FILES = "colight/files";
  public static final String FILES_CHANGED = "colight/filesChanged";
  public static final String REVEAL = "colight/reveal";

  private Protocol() {}
}
