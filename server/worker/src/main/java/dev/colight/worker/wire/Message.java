package dev.colight.worker.wire;

/** Goes over the wire as one frame. */
public sealed interface Message permits ToWorker, FromWorker {
  /** Returns the number that tells the message from the others of its direction. */
  int type();

  /** Writes the body. */
  void write(FrameWriter out);
}
