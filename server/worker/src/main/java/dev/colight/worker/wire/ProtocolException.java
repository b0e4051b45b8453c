package dev.colight.worker.wire;

import java.io.IOException;

/** Says that the other side sent something that is no frame of this version. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1;

  public ProtocolException(String message) {
    super(message);
  }
}
