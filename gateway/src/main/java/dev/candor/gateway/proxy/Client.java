package dev.candor.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpObject;

/** The connection on which an exchange was begun, as the exchange sees it. */
interface Client {
  Channel channel();

  /** The address that it has, without a port. */
  String address();

  /** Says something of an answer; it leaves with {@link #flush}. */
  void say(HttpObject part);

  void flush();

  /** Before an answer that has no content since it answers HEAD, and before others. */
  void answersHead(boolean head);

  /**
   * Whatever comes from now on goes to a relay.
   *
   * @return false where the client has said something already that was no answer to the handshake
   */
  boolean relay(Relay relay);

  /**
   * The exchange is over.
   *
   * @param more whether another may follow on this connection
   */
  void over(boolean more);

  /** The exchange broke in the middle of its answer. */
  void abort();
}
