package dev.colight.web;

import dev.colight.lsp.Threads;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Serves the page, what it loads, and its WebSocket, to this machine alone. */
final class WebServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int THREADS = 2;
  private static final int CLOSING_SECONDS = 1;
  private static final int ENDING_SECONDS = 10;
  private static final int CHUNK = 8 << 10;
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(
          THREADS, Threads.daemon("colight-web"), NioIoHandler.newFactory());

  /** Once it is closed, it closes also what the system had accepted and nobody had seen yet. */
  private final ChannelGroup connections =
      new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  private final Access access;
  private final Limits limits;
  private final PayloadStore payloads;
  private final Peer.Factory peers;
  private final Channel listening;
  private final Gate gate;
  private final List<Route> routes;

  /** Starts to serve with the usual limits. */
  static WebServer start(int port, PayloadStore payloads, Peer.Factory peers) throws IOException {
    return new WebServer(
        port, Limits.USUAL, new Access(Clock.systemUTC(), TOKEN_LIFE), payloads, peers);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any that is free
   * @param peers make what stands at the other end of each WebSocket
   * @throws IOException where the port cannot be had
   */
  WebServer(int port, Limits limits, Access access, PayloadStore payloads, Peer.Factory peers)
      throws IOException {
    this.limits = limits;
    this.access = access;
    this.payloads = payloads;
    this.peers = peers;
    this.listening = listen(port);
    this.gate = new Gate(port(), access);
    this.routes = routes();
    listening.config().setAutoRead(true);
  }

  private Channel listen(int port) throws IOException {
    var bound =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            // Nobody is let in before it is known where to.
            .option(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(limits.backlog() / 2, limits.backlog()))
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    initialize(channel);
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stopThreads();
      throw new IOException("port " + port + " cannot be had: " + bound.cause().getMessage());
    }
    return bound.channel();
  }

  private void initialize(Channel channel) {
    if (connected() >= limits.connections()) {
      var unused = channel.close();
      return;
    }
    connections.add(channel);
    channel
        .pipeline()
        .addLast(new RequestDeadline(limits.requestTime()))
        .addLast(new HttpServerCodec(limits.requestLine(), limits.headers(), CHUNK))
        .addLast(new HttpObjectAggregator(limits.body()))
        .addLast(new FlowControlHandler()) // a read may bring many requests at a time
        .addLast(new HttpHandler(gate, routes, limits, peers));
  }

  private List<Route> routes() {
    PageFiles page = new PageFiles();
    PayloadRoutes loaded = new PayloadRoutes(payloads);
    return List.of(
        new Route.Entrance("/open", gate::enter),
        new Route.Content("/", page::index),
        new Route.Content("/assets/*", page::asset),
        new Route.Content("/payload/*", loaded::payload),
        new Route.Content("/frame/*", loaded::frame),
        new Route.Socket("/ws"));
  }

  /** Returns all there is. */
  List<Route> table() {
    return routes;
  }

  /** Returns the number of connections that are open. */
  int connected() {
    return connections.size();
  }

  /** Returns the port that it listens on. */
  final int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /**
   * Returns an address that is good once.
   *
   * @param document what the page shows at first
   */
  String url(@Nullable String document) {
    return url(document, () -> {});
  }

  /**
   * Returns an address that is good once.
   *
   * @param used done when it has been used
   */
  String url(@Nullable String document, Runnable used) {
    return "http://127.0.0.1:"
        + port()
        + "/open?token="
        + access.newToken(used)
        + (document == null ? "" : "&uri=" + Urls.encode(document));
  }

  /**
   * Closes all connections, but waits only a moment for those that are busy: they end with the
   * threads that serve them.
   */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    connections.close().awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    stopThreads();
  }

  private void stopThreads() {
    threads
        .shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(ENDING_SECONDS, TimeUnit.SECONDS);
  }
}
