package dev.colight.java.kernel;

import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.ToWorker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends messages to a worker without ever waiting for it. What certainly fits into the system's own
 * buffers is written at once by whoever sends it, which saves handing it over; the rest goes
 * through a thread that may wait.
 */
final class WorkerOutbox {
  /**
   * Bytes that a worker may have under way to it, unread, for more to be written at once: far less
   * than the buffers of a loopback connection hold on any system.
   */
  private static final int DIRECT_BYTES = 16 << 10;

  private final OutputStream out;
  private final WorkerTraffic traffic;
  private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();

  /** Bytes that were written and that the worker may not have read. Guarded by this. */
  private int unread;

  /** Of these, the bytes up to the end of each run that was not answered. Guarded by this. */
  private final Deque<Integer> untilRuns = new ArrayDeque<>();

  /** Of these, the bytes after the last run. Guarded by this. */
  private int sinceRun;

  /** Pieces that the thread has not written yet. Guarded by this. */
  private int queued;

  WorkerOutbox(OutputStream out, WorkerTraffic traffic) {
    this.out = out;
    this.traffic = traffic;
  }

  /** Sends messages together, in this order. Never waits. */
  void send(List<ToWorker> messages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean runs = false;
    for (ToWorker message : messages) {
      byte[] frame = Frames.encode(message);
      bytes.writeBytes(frame);
      traffic.sent(message, frame.length);
      runs |= message instanceof ToWorker.Run || message instanceof ToWorker.Ahead;
    }
    send(bytes.toByteArray(), runs);
  }

  private synchronized void send(byte[] bytes, boolean runs) {
    unread += bytes.length;
    sinceRun += bytes.length;
    if (runs) {
      untilRuns.add(sinceRun);
      sinceRun = 0;
    }
    if (queued == 0 && unread <= DIRECT_BYTES) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        // the process is gone, which the thread that reads tells
      }
    } else {
      queued++;
      queue.add(bytes);
    }
  }

  /** Notes that the worker has answered the first run that it had not, and so has read it. */
  synchronized void answered() {
    Integer read = untilRuns.poll();
    unread -= read == null ? 0 : read;
  }

  /** Writes what does not go at once, until the connection breaks or the thread is interrupted. */
  void writeForever() {
    try {
      while (true) {
        out.write(queue.take());
        synchronized (this) {
          queued--;
        }
      }
    } catch (IOException | InterruptedException e) {
      // the process is gone, which the thread that reads tells
    }
  }
}
