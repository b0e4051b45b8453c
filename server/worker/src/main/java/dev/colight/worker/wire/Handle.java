package dev.colight.worker.wire;

/**
 * Names a kept value.
 *
 * @param run key of the run that left it
 * @param storage class name of the storage that held it
 */
public record Handle(String run, String storage) {
  void write(FrameWriter out) {
    out.text(run);
    out.text(storage);
  }

  static Handle read(FrameReader in) throws ProtocolException {
    return new Handle(in.text(), in.text());
  }
}
