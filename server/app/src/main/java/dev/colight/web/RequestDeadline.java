package dev.colight.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no whole request comes in time, however busily parts of one do. A
 * connection that became a WebSocket is taken out of its care.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
  private final Duration time;
  private @Nullable ScheduledFuture<?> end;

  RequestDeadline(Duration time) {
    this.time = time;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    restart(context);
    context.fireChannelActive();
  }

  /** Begins anew; called when a request has been answered. */
  void restart(ChannelHandlerContext context) {
    stop();
    end = context.executor().schedule(() -> close(context), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stop();
  }

  private static void close(ChannelHandlerContext context) {
    var unused = context.channel().close();
  }

  private void stop() {
    if (end != null) {
      end.cancel(false);
    }
  }
}
