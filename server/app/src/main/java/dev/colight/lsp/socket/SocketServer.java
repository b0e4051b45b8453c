package dev.colight.lsp.socket;

import dev.colight.lsp.Threads;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets editors of this machine in that know the token, each to a session of its own. Who connects
 * and says nothing, or the wrong thing, costs a thread for some seconds at most, and nobody else a
 * place.
 */
public final class SocketServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SocketServer.class.getName());
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** Connections that wait for their token; the oldest makes room for the next. */
  private static final int MAX_WAITING = 32;

  private static final int MAX_SESSIONS = 32;
  private static final int BUFFER = 1 << 16;

  private final ServerSocket server;
  private final Handshake handshake;
  private final Duration patience;
  private final Session session;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Threads.daemon("colight-patience"));

  /** Guarded by itself. */
  private final Deque<Socket> waiting = new ArrayDeque<>();

  /** Guarded by {@link #waiting}. */
  private final Deque<Socket> sessions = new ArrayDeque<>();

  /** Serves a client until it or its connection ends. */
  public interface Session {
    void serve(InputStream in, OutputStream out);
  }

  /**
   * Listens on the loopback address; lets nobody in yet.
   *
   * @param port 0 for any
   * @param patience how long a client may take to show the token
   */
  public SocketServer(int port, String token, Duration patience, Session session)
      throws IOException {
    this.handshake = new Handshake(token);
    this.patience = patience;
    this.session = session;
    server = new ServerSocket(port, MAX_WAITING, InetAddress.getByAddress(LOOPBACK));
  }

  /** Returns the port that it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** Lets clients in until it is closed. */
  public void serve() {
    while (!server.isClosed()) {
      try {
        admit(server.accept());
      } catch (IOException e) {
        LOG.log(Level.FINE, "nobody could be let in", e);
      }
    }
  }

  private void admit(Socket socket) {
    synchronized (waiting) {
      if (waiting.size() == MAX_WAITING) {
        close(waiting.removeFirst());
      }
      waiting.addLast(socket);
    }
    Threads.daemon("colight-socket").newThread(() -> serve(socket)).start();
  }

  private void serve(Socket socket) {
    ScheduledFuture<?> deadline =
        clock.schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
      Handshake.Result result = handshake.read(in);
      if (result.refusal() != null) {
        LOG.warning("refused a client without the token");
        out.write(Handshake.framed(result.refusal()));
        out.flush();
      }
      if (result.message() != null && deadline.cancel(false) && promote(socket)) {
        InputStream first = new ByteArrayInputStream(Handshake.framed(result.message()));
        session.serve(new SequenceInputStream(first, in), out);
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "a client has gone", e);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a session failed", e);
    } finally {
      deadline.cancel(false);
      forget(socket);
    }
  }

  /** Takes a client that has shown the token out of those who wait; false where all is full. */
  private boolean promote(Socket socket) {
    synchronized (waiting) {
      waiting.remove(socket);
      if (sessions.size() == MAX_SESSIONS) {
        LOG.warning("there are " + MAX_SESSIONS + " sessions already");
        return false;
      }
      sessions.add(socket);
      return true;
    }
  }

  private void forget(Socket socket) {
    synchronized (waiting) {
      waiting.remove(socket);
      sessions.remove(socket);
    }
  }

  /** Ends all connections. */
  @Override
  public void close() {
    close(server);
    clock.shutdownNow();
    synchronized (waiting) {
      waiting.forEach(SocketServer::close);
      sessions.forEach(SocketServer::close);
    }
  }

  private static void close(AutoCloseable what) {
    try {
      what.close();
    } catch (Exception e) {
      LOG.log(Level.FINE, "closed in any case", e);
    }
  }
}
