package dev.colight.lsp.rpc;

import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.ResultStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
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
  private record Entry(Message message, @Nullable Subject about, boolean replaces, long number) {}

  private final MessageConsumer out;
  private final Thread thread = new Thread(this::write, "colight-outbox");

  /** Guarded by itself. */
  private final Deque<Entry> queue = new ArrayDeque<>();

  /** Number of the last waiting entry that replaces what came before; guarded by the queue. */
  private final Map<Subject, Long> replaced = new HashMap<>();

  /** Guarded by the queue. */
  private long count;

  /** Guarded by the queue. */
  private boolean closed;

  Outbox(MessageConsumer out) {
    this.out = out;
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
      Entry next = queue.poll();
      while (next != null && outdated(next)) {
        next = queue.poll();
      }
      return next == null ? null : next.message;
    }
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
        closed = true;
        queue.clear();
        replaced.clear();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a message could not be written", e);
    }
  }
}
