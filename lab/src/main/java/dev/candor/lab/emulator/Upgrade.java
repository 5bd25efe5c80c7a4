package dev.candor.lab.emulator;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The opening handshake of a WebSocket, as its server speaks it (RFC 6455, 4.2). */
final class Upgrade {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** RFC 9110, 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private Upgrade() {}

  static boolean isAskedBy(HttpRequest head) {
    return head.method().equals(HttpMethod.GET)
        && head.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && head.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && head.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY);
  }

  /** No extension is agreed to, so that messages come as they are; of subprotocols the first. */
  static FullHttpResponse accepted(HttpRequest head) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
    String key = text(head.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY)).strip();
    response
        .headers()
        .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, accept(key));
    String offered = text(head.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
    int comma = offered.indexOf(',');
    String first = (comma < 0 ? offered : offered.substring(0, comma)).strip();
    if (TOKEN.matcher(first).matches()) {
      response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, first);
    }
    return response;
  }

  /** Tells the client to use HTTP (RFC 9110, 15.5.22): Codex does so at once on this status. */
  static FullHttpResponse refused() {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.UPGRADE_REQUIRED, Unpooled.EMPTY_BUFFER);
    response
        .headers()
        .set(HttpHeaderNames.UPGRADE, HttpVersion.HTTP_1_1)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(HttpHeaderNames.CONTENT_LENGTH, 0);
    return response;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
