package dev.colight.web;

/** Says in one line why a file cannot be read as a document. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnreadableException(String message) {
    super(message);
    this.reason = message;
  }

  /** Returns why. */
  public String reason() {
    return reason;
  }
}
