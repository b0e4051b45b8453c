package dev.colight.web;

import dev.colight.lsp.Threads;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings the messages of one WebSocket to its peer. */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = Logger.getLogger(SocketHandler.class.getName());

  private final WebSocketServerHandshaker handshaker;
  private final Peer.Factory peers;
  private final Duration stall;
  private @Nullable SocketLine line;
  private @Nullable Peer peer;

  SocketHandler(WebSocketServerHandshaker handshaker, Peer.Factory peers, Duration stall) {
    this.handshaker = handshaker;
    this.peers = peers;
    this.stall = stall;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    line = new SocketLine(context.channel(), stall);
    peer = peers.connect(line);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame text && peer != null) {
      peer.receive(text.text());
    } else if (frame instanceof PingWebSocketFrame ping) {
      var unused = context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    } else if (frame instanceof CloseWebSocketFrame close) {
      var unused = handshaker.close(context.channel(), close.retain());
    } else if (!(frame instanceof PongWebSocketFrame)) {
      var status = new CloseWebSocketFrame(WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
      var unused = handshaker.close(context.channel(), status);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (line != null) {
      line.wake();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (line != null && peer != null) {
      line.wake();
      // What waits to be sent is given up, but whoever sends it has to notice first.
      Threads.daemon("colight-page-end").newThread(peer::close).start();
    }
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.FINE, "a WebSocket failed", cause);
    var unused = context.close();
  }
}
