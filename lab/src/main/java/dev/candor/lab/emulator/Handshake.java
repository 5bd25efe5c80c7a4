package dev.candor.lab.emulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLEngine;

/** Waits for the end of a TLS handshake; what comes in TLS is looked at as on a new connection. */
final class Handshake extends ChannelInboundHandlerAdapter {
  private final Line line;
  private final Asked asked;
  private final SSLEngine engine;

  Handshake(Line line, Asked asked, SSLEngine engine) {
    this.line = line;
    this.asked = asked;
    this.engine = engine;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (!(event instanceof SslHandshakeCompletionEvent completion)) {
      context.fireUserEventTriggered(event);
      return;
    }
    ChannelPipeline pipeline = context.pipeline();
    if (completion.isSuccess()) {
      line.encrypted(asked.tls(engine.getSession().getProtocol()));
      Line.add(pipeline, new Opening(line));
    } else {
      line.encrypted(asked.tls(""));
      Throwable cause = completion.cause();
      line.fail(
          cause instanceof ClosedChannelException
              ? "the client ended the TLS handshake without a word"
              : "the TLS handshake failed: " + Ending.why(cause));
    }
    pipeline.remove(this);
  }
}
