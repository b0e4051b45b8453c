package dev.colight.web;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;

/** Sends the messages of one WebSocket, no faster than the client reads. */
final class SocketLine implements Peer.Line {
  private static final Logger LOG = Logger.getLogger(SocketLine.class.getName());

  private final Channel channel;
  private final Duration stall;
  private final Object changed = new Object();

  /**
   * Creates a line.
   *
   * @param stall how long a client may not read before it is cut off
   */
  SocketLine(Channel channel, Duration stall) {
    this.channel = channel;
    this.stall = stall;
  }

  @Override
  public void send(String message) {
    awaitRoom();
    var unused = channel.writeAndFlush(new TextWebSocketFrame(message));
  }

  @Override
  public void end() {
    var unused = channel.close();
  }

  private void awaitRoom() {
    long end = System.nanoTime() + stall.toNanos();
    synchronized (changed) {
      while (channel.isActive() && !channel.isWritable()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          LOG.warning("a page has not read for " + stall.toSeconds() + " s, and is cut off");
          var unused = channel.close();
          throw gone();
        }
        try {
          changed.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw gone();
        }
      }
    }
    if (!channel.isActive()) {
      throw gone();
    }
  }

  /** Notes that there may be room, or no connection any more. */
  void wake() {
    synchronized (changed) {
      changed.notifyAll();
    }
  }

  private static JsonRpcException gone() {
    return new JsonRpcException(new IllegalStateException("the page is gone"));
  }
}
