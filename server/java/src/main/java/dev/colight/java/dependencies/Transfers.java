package dev.colight.java.dependencies;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Tells of downloads, and ends them where nobody wants the result any more. */
final class Transfers extends AbstractTransferListener {
  private static final int KILO = 1024;

  private final Watch watch;

  Transfers(Watch watch) {
    this.watch = watch;
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    goOn(event);
    watch.progress(name(event));
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    goOn(event);
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    goOn(event);
    long size = event.getResource().getContentLength();
    String of = size > 0 ? " of " + size / KILO : "";
    watch.progress(name(event) + ", " + event.getTransferredBytes() / KILO + of + " KB");
  }

  private void goOn(TransferEvent event) throws TransferCancelledException {
    if (watch.cancelled()) {
      throw new TransferCancelledException(name(event) + " is not wanted any more");
    }
  }

  private static String name(TransferEvent event) {
    String path = event.getResource().getResourceName();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
