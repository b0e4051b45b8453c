package dev.colight.lsp.rpc;

import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.Output;
import dev.colight.protocol.ResultStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages on a thread of its own, in order, so that a client which does not read stalls
 * nobody but itself. What a later message says all over again is dropped while it waits.
 */
final class Outbox implements MessageConsumer, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

  /** What a message is about; of several about the same thing only the last one counts. */
  private record Subject(String uri, @Nullable String block) {}

  /**
   * A message to send.
   *
   * @param about what a later message may say anew, or null
   * @param replaces whether this one says all there is to say about it
   */
  private record Entry(Message message, @Nullable Subject about, boolean replaces, long number) {
    /** Returns how many characters of outputs it holds. */
    long characters() {
      Object params =
          message instanceof NotificationMessage notification ? notification.getParams() : null;
      return params instanceof BlockResultParams result
          ? characters(result.outputs().stream())
          : params instanceof BlockOutputParams output ? characters(Stream.of(output.output())) : 0;
    }

    private static long characters(Stream<Output> outputs) {
      return outputs
          .flatMap(output -> output.mime().values().stream())
          .mapToLong(payload -> payload.text() == null ? 0 : payload.text().length())
          .sum();
    }
  }

  /** Messages that wait for a client before it is given up, and texts of outputs in them. */
  private static final int MAX_ENTRIES = 20_000;

  private static final long MAX_CHARACTERS = 1L << 26;

  private final MessageConsumer out;
  private final @Nullable Runnable overflow;
  private final Thread thread = new Thread(this::write, "colight-outbox");

  /** Guarded by itself. */
  private final Deque<Entry> queue = new ArrayDeque<>();

  /** Number of the last waiting entry that replaces what came before; guarded by the queue. */
  private final Map<Subject, Long> replaced = new HashMap<>();

  /** Guarded by the queue. */
  private long count;

  /** Guarded by the queue. */
  private long characters;

  /** Guarded by the queue. */
  private boolean closed;

  /**
   * Creates an outbox.
   *
   * @param overflow ends the connection of a client for which too much waits, and does not wait; or
   *     null where that client is waited for, however much it is
   */
  Outbox(MessageConsumer out, @Nullable Runnable overflow) {
    this.out = out;
    this.overflow = overflow;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void consume(Message message) {
    synchronized (queue) {
      if (closed) {
        return;
      }
      Entry entry = entry(message, count++);
      characters += entry.characters();
      if (overflow != null && (queue.size() >= MAX_ENTRIES || characters > MAX_CHARACTERS)) {
        LOG.warning("a client reads too little, and is given up");
        end();
        overflow.run();
        return;
      }
      if (entry.about != null && entry.replaces) {
        replaced.put(entry.about, entry.number);
      }
      queue.add(entry);
      queue.notifyAll();
    }
  }

  /** Writes what waits, for at most two seconds, and ends. */
  @Override
  public void close() {
    synchronized (queue) {
      closed = true;
      queue.notifyAll();
    }
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Entry entry(Message message, long number) {
    Object params =
        message instanceof NotificationMessage notification ? notification.getParams() : null;
    if (params instanceof BlockResultParams result) {
      // That nothing has changed says nothing by itself, and nothing at all before a new result.
      boolean whole = result.status() != ResultStatus.UNCHANGED;
      return new Entry(message, new Subject(result.uri(), result.block().id()), whole, number);
    }
    if (params instanceof BlockOutputParams output) {
      return new Entry(message, new Subject(output.uri(), output.block()), false, number);
    }
    if (params instanceof PublishDiagnosticsParams diagnostics) {
      return new Entry(message, new Subject(diagnostics.getUri(), null), true, number);
    }
    return new Entry(message, null, false, number);
  }

  private void write() {
    try {
      for (Message next = take(); next != null; next = take()) {
        send(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Message take() throws InterruptedException {
    synchronized (queue) {
      while (queue.isEmpty() && !closed) {
        queue.wait();
      }
      Entry next = poll();
      while (next != null && outdated(next)) {
        next = poll();
      }
      return next == null ? null : next.message;
    }
  }

  /** Takes an entry; holds the queue's lock. */
  private @Nullable Entry poll() {
    Entry next = queue.poll();
    if (next != null) {
      characters -= next.characters();
    }
    return next;
  }

  /** Gives up what waits, and takes no more; holds the queue's lock. */
  private void end() {
    closed = true;
    queue.clear();
    replaced.clear();
    queue.notifyAll();
  }

  /** Tells whether a later entry makes this one superfluous; holds the queue's lock. */
  private boolean outdated(Entry entry) {
    Long last = entry.about == null ? null : replaced.get(entry.about);
    if (last == null) {
      return false;
    }
    if (last == entry.number) {
      replaced.remove(entry.about);
    }
    return entry.number < last;
  }

  private void send(Message message) {
    try {
      out.consume(message);
    } catch (JsonRpcException e) {
      LOG.log(Level.FINE, "the client does not listen any more", e);
      synchronized (queue) {
        end();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a message could not be written", e);
    }
  }
}
