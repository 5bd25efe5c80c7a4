package dev.candor.gateway.proxy;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Netty's encoder, which is told when an answer has no content since it answers HEAD. */
final class AnswerEncoder extends HttpResponseEncoder {
  private boolean withoutContent;

  void answersHead(boolean head) {
    withoutContent = head;
  }

  @Override
  protected boolean isContentAlwaysEmpty(HttpResponse answer) {
    return withoutContent || super.isContentAlwaysEmpty(answer);
  }
}
