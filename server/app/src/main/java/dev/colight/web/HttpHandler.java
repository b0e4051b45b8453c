package dev.colight.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, or makes a WebSocket of it. */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = Logger.getLogger(HttpHandler.class.getName());

  private final Gate gate;
  private final List<Route> routes;
  private final Limits limits;
  private final Peer.Factory peers;

  /** Whether an answer was the last one of this connection. */
  private boolean ended;

  HttpHandler(Gate gate, List<Route> routes, Limits limits, Peer.Factory peers) {
    this.gate = gate;
    this.routes = routes;
    this.limits = limits;
    this.peers = peers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest http) {
    if (ended) {
      return;
    }
    if (http.decoderResult().isFailure()) {
      boolean large = http.decoderResult().cause() instanceof TooLongFrameException;
      Response refusal =
          large
              ? Response.refusal(431, "The request is too large.")
              : Response.refusal(400, "This is no request.");
      send(context, http, refusal, false);
      return;
    }
    Request request = HttpMessages.request(http);
    Route route =
        routes.stream().filter(found -> found.matches(request.path())).findFirst().orElse(null);
    Optional<Response> refusal = gate.refuse(request, route);
    if (refusal.isPresent()) {
      send(context, http, refusal.get(), staysAfter(http, refusal.get()));
    } else if (route instanceof Route.Socket) {
      upgrade(context, http);
    } else {
      Response answer = answer(request, route);
      send(context, http, answer, staysAfter(http, answer));
    }
  }

  /**
   * Tells whether a connection stays open after an answer. Whoever is refused has to begin anew, so
   * that refusals keep no connection of the few that there are; that there is nothing at a path is
   * told only to those who were let in.
   */
  private static boolean staysAfter(FullHttpRequest http, Response answer) {
    return HttpUtil.isKeepAlive(http) && (answer.status() < 400 || answer.status() == 404);
  }

  /** Reads no more requests from a client than it reads answers. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
    context.fireChannelWritabilityChanged();
  }

  private static Response answer(Request request, @Nullable Route route) {
    try {
      if (route instanceof Route.Content content) {
        return content.handler().apply(request);
      }
      return route instanceof Route.Entrance entrance
          ? entrance.handler().apply(request)
          : Response.notFound();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a request failed", e);
      return Response.refusal(500, "The server failed to answer.");
    }
  }

  private void send(
      ChannelHandlerContext context, FullHttpRequest http, Response response, boolean keepAlive) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(response.status()),
            http.method().equals(HttpMethod.HEAD)
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.wrappedBuffer(response.body()));
    HttpMessages.headers(answer.headers(), response);
    HttpUtil.setContentLength(answer, response.body().length);
    answer.headers().set(HttpHeaderNames.CONNECTION, keepAlive ? "keep-alive" : "close");
    RequestDeadline deadline = context.pipeline().get(RequestDeadline.class);
    deadline.restart(context.pipeline().context(deadline));
    ended = !keepAlive;
    var sent = context.writeAndFlush(answer);
    if (!keepAlive) {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void upgrade(ChannelHandlerContext context, FullHttpRequest http) {
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(
                "ws://" + http.headers().get(HttpHeaderNames.HOST) + http.uri(),
                null,
                false,
                limits.frame())
            .newHandshaker(http);
    if (handshaker == null || !isHandshake(http)) {
      send(
          context,
          http,
          Response.refusal(426, "This takes a WebSocket.")
              .with("Upgrade", "websocket")
              .with("Sec-WebSocket-Version", "13"),
          false);
      return;
    }
    ChannelPipeline pipeline = context.pipeline();
    pipeline.remove(RequestDeadline.class);
    var shaken = handshaker.handshake(context.channel(), http);
    pipeline
        .addLast(new Utf8FrameValidator())
        .addLast(new WebSocketFrameAggregator(limits.message()))
        .addLast(new SocketHandler(handshaker, peers, limits.stall()));
    pipeline.remove(this);
    // From here on, SocketLine waits for a client that does not read.
    context.channel().config().setAutoRead(true);
    shaken.addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  private static boolean isHandshake(FullHttpRequest http) {
    return http.method().equals(HttpMethod.GET)
        && http.headers().contains(HttpHeaderNames.UPGRADE, "websocket", true)
        && http.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.FINE, "a connection failed", cause);
    var unused = context.close();
  }
}
