package dev.colight.worker;

import dev.colight.worker.render.Bundle;
import dev.colight.worker.render.Names;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.ToWorker.Limits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a run writes to stdout and stderr, and sends it in the order of writing: within
 * {@link #LINGER_MILLIS}, and always before a value or the run's end.
 *
 * <p>Whatever is written while a run is under way belongs to the statement that runs, also when a
 * thread of an earlier run wrote it: pools are shared by runs, so who made a thread says nothing.
 * What is written between two runs is dropped.
 *
 * <p>Threads of the user's only fill the buffer; it is the flusher and the runner that send. The
 * buffer is bounded by the limit of the run.
 */
final class Output {
  static final int LINGER_MILLIS = 30;

  private static final int EAGER_BYTES = 8 << 10;

  /** Characters of displays that may wait; who displays more waits until they are sent. */
  static final long MAX_DISPLAYS_WAITING = 16L << 20;

  /**
   * What it costs to go over to another stream or statement beside the bytes, so that it is bounded
   * how often that happens.
   */
  private static final int SWITCH_BYTES = 512;

  /** Bytes from which on a piece is long enough: to make text of it takes some times as much. */
  private static final int MAX_PIECE_BYTES = 1 << 20;

  private final Connection connection;

  /** Guards {@code out} and {@code err}, and keeps pieces in order from here to the server. */
  private final Object sending = new Object();

  private StreamText out = new StreamText();
  private StreamText err = new StreamText();

  /** Guards all below. Taken after {@code sending} where both are. */
  private final Object buffer = new Object();

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int run;
  private int segment;
  private int statement;
  private int bytesLeft;

  /** What was written to last, displays apart. */
  private @Nullable Piece written;

  private int bytesWaiting;
  private DisplayBudget displays = new DisplayBudget();

  /** What the run has displayed. */
  private final Set<String> ids = new HashSet<>();

  /** Characters of displays among the pieces. */
  private long displaysWaiting;

  private boolean ended = true;

  /** Whether what is written goes nowhere; read without a lock, to drop quickly. */
  private volatile boolean dropping = true;

  /** Threads whose writing goes nowhere: what they run has been run and heard already. */
  private final Set<Thread> muted = ConcurrentHashMap.newKeySet();

  Output(Connection connection) {
    this.connection = connection;
  }

  /** Starts to take what is written. */
  void begin(int newRun, Limits limits) {
    synchronized (sending) {
      out = new StreamText();
      err = new StreamText();
    }
    synchronized (buffer) {
      pieces.clear(); // those and the counts go together only where no stack has overflown
      bytesWaiting = 0;
      displaysWaiting = 0;
      run = newRun;
      segment = 0;
      statement = 0;
      bytesLeft = limits.outputBytes();
      written = null;
      displays = new DisplayBudget();
      ids.clear();
      ended = false;
      dropping = false;
    }
  }

  /** Says which statement runs from now on. */
  void at(int newSegment, int newStatement) {
    synchronized (buffer) {
      segment = newSegment;
      statement = newStatement;
    }
  }

  /** Sends what was written, and takes no more. */
  void end() {
    synchronized (buffer) {
      ended = true;
      dropping = true;
    }
    flush();
  }

  /** Runs something, and drops what the calling thread writes meanwhile. */
  <T> T muted(Supplier<T> task) {
    boolean outermost = muted.add(Thread.currentThread());
    try {
      return task.get();
    } finally {
      if (outermost) {
        muted.remove(Thread.currentThread());
      }
    }
  }

  /**
   * Shows something at the statement that runs, after all that was written before. Where a display
   * of the same id still waits to be sent, only the new one is.
   *
   * @param length about how many characters are kept until then
   * @param cancelled asked while others have to be sent first: whether to drop it
   * @param made rendered when it is sent, on another thread
   */
  void display(String id, long length, BooleanSupplier cancelled, Supplier<Showing.Shown> made) {
    synchronized (buffer) {
      if (!ended && !awaitRoom(cancelled)) {
        return;
      }
      // What is beyond the limit is not even kept; the first such is said to be too much.
      if (ended || (!ids.contains(id) && ids.size() > DisplayBudget.MAX_DISPLAYS)) {
        return;
      }
      ids.add(id);
      displaysWaiting += length;
      for (Piece piece : pieces) {
        if (id.equals(piece.id) && piece.takes(false, segment, statement)) {
          displaysWaiting -= piece.length;
          piece.length = length;
          piece.made = made;
          return;
        }
      }
      Piece piece = new Piece(run, segment, statement, false);
      piece.id = id;
      piece.length = length;
      piece.made = made;
      pieces.add(piece);
      bytesWaiting++;
      buffer.notifyAll();
    }
  }

  /** Waits until few displays wait; being interrupted is left to the program. */
  private boolean awaitRoom(BooleanSupplier cancelled) {
    boolean interrupted = false;
    while (displaysWaiting > MAX_DISPLAYS_WAITING && !ended && !cancelled.getAsBoolean()) {
      try {
        buffer.wait(LINGER_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !cancelled.getAsBoolean();
  }

  /** Sends all that has been written, half lines included. */
  void flush() {
    send(true);
  }

  /** Sends what was written, again and again; never returns. */
  void flushForever() {
    try {
      while (true) {
        synchronized (buffer) {
          while (pieces.isEmpty()) {
            buffer.wait();
          }
          if (bytesWaiting < EAGER_BYTES && displaysWaiting < MAX_DISPLAYS_WAITING / 2) {
            buffer.wait(LINGER_MILLIS);
          }
        }
        try {
          send(false);
        } catch (OutOfMemoryError e) {
          throw e;
        } catch (Throwable e) {
          // It costs what was to be sent; the rest is to be sent all the same.
        }
      }
    } catch (OutOfMemoryError e) {
      Main.end(Main.OUT_OF_MEMORY);
    } catch (InterruptedException e) {
      Main.end();
    }
  }

  void write(boolean error, byte[] bytes, int offset, int length) {
    if (dropping || length == 0 || muted.contains(Thread.currentThread())) {
      return;
    }
    synchronized (buffer) {
      if (dropping) {
        return;
      }
      Piece last = pieceFor(error);
      int taken = Math.min(length, Math.max(0, bytesLeft));
      last.bytes.write(bytes, offset, taken);
      bytesLeft -= taken;
      if (taken < length) {
        last.truncated = true;
        dropping = true;
      }
      int before = bytesWaiting;
      bytesWaiting += taken;
      if (before == 0 || (before < EAGER_BYTES && bytesWaiting >= EAGER_BYTES)) {
        buffer.notifyAll();
      }
    }
  }

  /**
   * Returns the piece that takes what is written next. What there is in the end does not depend on
   * how often something was sent meanwhile.
   */
  private Piece pieceFor(boolean error) {
    Piece before = written;
    boolean goesOn = before != null && before.takes(error, segment, statement);
    if (goesOn && before == pieces.peekLast() && before.bytes.size() < MAX_PIECE_BYTES) {
      return before;
    }
    bytesLeft -= goesOn ? 0 : SWITCH_BYTES;
    Piece piece = new Piece(run, segment, statement, error);
    pieces.add(piece);
    written = piece;
    return piece;
  }

  private void send(boolean all) {
    synchronized (sending) {
      Piece piece;
      while ((piece = next()) != null) {
        send(piece, all);
      }
      if (all) {
        sendRest(out, false);
        sendRest(err, true);
      }
    }
  }

  private @Nullable Piece next() {
    synchronized (buffer) {
      Piece piece = pieces.poll();
      bytesWaiting -= piece == null ? 0 : piece.id != null ? 1 : piece.bytes.size();
      if (piece != null && piece.length > 0) {
        displaysWaiting -= piece.length;
        buffer.notifyAll();
      }
      return piece;
    }
  }

  private void send(Piece piece, boolean all) {
    String id = piece.id;
    Supplier<Showing.Shown> made = piece.made;
    if (id != null && made != null) {
      sendRest(out, false);
      sendRest(err, true);
      FromWorker.Value value =
          displays.within(shown(made).value(piece.run, true, piece.segment, piece.statement, id));
      if (value != null) {
        connection.send(value);
      }
      return;
    }
    sendRest(piece.error ? out : err, !piece.error);
    StreamText stream = piece.error ? err : out;
    if (!stream.belongsTo(piece.segment, piece.statement)) {
      sendRest(stream, piece.error);
    }
    stream.at(piece.run, piece.segment, piece.statement);
    stream.add(piece.bytes.toByteArray());
    send(stream, piece.error, stream.take(all || piece.truncated), piece.truncated);
  }

  /** Makes what is shown, or says why that cannot be made. */
  private static Showing.Shown shown(Supplier<Showing.Shown> made) {
    try {
      return made.get();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      String text = "(showing this threw " + Names.of(e) + ")";
      return new Showing.Shown(new Rendering.Shown(text, false), Bundle.NONE, null);
    }
  }

  private void sendRest(StreamText stream, boolean error) {
    send(stream, error, stream.take(true), false);
  }

  private void send(StreamText stream, boolean error, String text, boolean truncated) {
    if (!text.isEmpty() || truncated) {
      connection.send(
          new FromWorker.Output(
              stream.run(), stream.segment(), stream.statement(), error, text, truncated));
    }
  }

  /** What one statement wrote to one stream, without anything in between. */
  private static final class Piece {
    private final int run;
    private final int segment;
    private final int statement;
    private final boolean error;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean truncated;

    /** Of a display, its name and what makes it; else null. */
    private @Nullable String id;

    /** Characters that are kept for a display. */
    private long length;

    private @Nullable Supplier<Showing.Shown> made;

    private Piece(int run, int segment, int statement, boolean error) {
      this.run = run;
      this.segment = segment;
      this.statement = statement;
      this.error = error;
    }

    private boolean takes(boolean otherError, int otherSegment, int otherStatement) {
      return error == otherError && segment == otherSegment && statement == otherStatement;
    }
  }
}
