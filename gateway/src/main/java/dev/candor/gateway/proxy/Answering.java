package dev.candor.gateway.proxy;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;

/** Who hears what an upstream says. */
interface Answering {
  void head(HttpResponse head);

  /** Part of a body, or its end; it is to be released. */
  void content(HttpContent content);

  /** All that came at once was handed over. */
  void pause();

  /** Whether more may be sent to the upstream now. */
  void upstreamWritable(boolean writable);

  /** Nothing more comes, too early. */
  void lost(String why);
}
