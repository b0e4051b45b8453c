package dev.colight.java.kernel;

import dev.colight.execution.DeepThread;
import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ToWorker;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A worker that has proved its identity. It waits, without any thread here, until somebody {@link
 * #attach}es to it; from then on one thread reads and one writes.
 */
final class WorkerProcess {
  /** Hears what a worker has to say, on the thread that reads. */
  interface Receiver {
    void onMessage(WorkerProcess source, FromWorker message);

    /** Called once, as the last thing. */
    void onEnd(WorkerProcess source, ExitReason reason);
  }

  /** How long a program that ends may take for its shutdown hooks. */
  private static final int EXIT_MILLIS = 1_000;

  /** How long it may take until the system says that a process is gone which says nothing more. */
  private static final int GONE_MILLIS = 5_000;

  private final Process process;
  private final Socket socket;
  private final Socket stops;
  private final InputStream in;
  private final Tail tail;
  private final WorkerOutbox outbox;
  private final StartedProcesses started;

  /**
   * Creates one.
   *
   * @param caller its connection
   * @param stops another, which says nothing but which runs are to stop
   */
  WorkerProcess(
      Process process, Doorkeeper.Caller caller, Socket stops, Tail tail, WorkerTraffic traffic)
      throws IOException {
    this.outbox = new WorkerOutbox(caller.socket().getOutputStream(), traffic);
    this.process = process;
    this.socket = caller.socket();
    this.stops = stops;
    this.in = caller.in();
    this.tail = tail;
    this.started = new StartedProcesses(process.toHandle());
  }

  boolean isAlive() {
    // The process object hears of the end some time after the system says so.
    return process.isAlive() && process.toHandle().isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Starts to exchange messages. */
  void attach(Receiver receiver) {
    new DeepThread(() -> read(receiver), "colight-worker-" + pid() + "-in").start();
    Thread writer = Daemons.start("colight-worker-" + pid() + "-out", outbox::writeForever);
    Future<?> unused = process.onExit().thenRun(writer::interrupt);
  }

  /** Sends messages together, in this order; never waits. */
  void send(List<ToWorker> messages) {
    outbox.send(messages);
  }

  /** Has a run stopped, whatever the worker is at. */
  void interrupt(int run) {
    try {
      // Few bytes, which somebody waits for: this never waits.
      stops.getOutputStream().write(Frames.encode(new ToWorker.Interrupt(run)));
    } catch (IOException e) {
      // the process is gone, which the thread that reads tells
    }
  }

  /** Ends the process, and all that it has started, at once; returns before they are gone. */
  void kill() {
    started.look();
    process.destroyForcibly();
    started.end();
    closeSockets();
  }

  private void read(Receiver receiver) {
    boolean exiting = false;
    try {
      while (true) {
        FromWorker message = Frames.receiveFromWorker(in, Frames.MAX_LENGTH);
        if (message instanceof FromWorker.Exiting) {
          exiting = true;
          started.look();
          socket.setSoTimeout(EXIT_MILLIS);
        } else if (message instanceof FromWorker.Started told) {
          started.add(told.pid());
        } else {
          if (AheadRun.isEnd(message)) {
            outbox.answered();
          }
          receiver.onMessage(this, message);
        }
      }
    } catch (IOException e) {
      receiver.onEnd(this, reason(exiting));
    }
  }

  /** Waits for the process to end, or makes it, and says why it did. */
  private ExitReason reason(boolean exiting) {
    try {
      if (process.waitFor(exiting ? EXIT_MILLIS : GONE_MILLIS, TimeUnit.MILLISECONDS)) {
        return ExitReason.of(process.exitValue(), exiting, tail.await(EXIT_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      kill();
    }
    return ExitReason.inside(
        exiting ? "the program called System.exit" : "the connection to the worker broke");
  }

  private void closeSockets() {
    for (Socket open : List.of(socket, stops)) {
      try {
        open.close();
      } catch (IOException e) {
        // it is of no more use either way
      }
    }
  }
}
