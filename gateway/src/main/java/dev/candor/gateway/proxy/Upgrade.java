package dev.candor.gateway.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The opening handshake of a WebSocket, as somebody between both ends sees it (RFC 6455, 4). Only
 * what is a handshake beyond doubt counts as one: behind a false one a client could hide requests
 * in bytes that nobody looks at.
 */
final class Upgrade {
  private static final String VERSION = "13";

  /** 16 bytes in Base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

  private Upgrade() {}

  /** Whether a client asks for one. */
  static boolean isAsked(HttpRequest request) {
    HttpHeaders headers = request.headers();
    return request.method().equals(HttpMethod.GET)
        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && isNamed(headers)
        && headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION).equals(List.of(VERSION))
        && headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY).size() == 1
        && KEY.matcher(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY)).matches()
        && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
        && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
  }

  /** Whether an upstream grants the one that was asked for. */
  static boolean isGranted(HttpRequest request, HttpResponse answer) {
    String key = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "");
    return answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)
        && isNamed(answer.headers())
        && answer
            .headers()
            .getAll(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT)
            .equals(List.of(accepting(key)));
  }

  private static boolean isNamed(HttpHeaders headers) {
    List<String> protocols = headers.getAll(HttpHeaderNames.UPGRADE);
    return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && protocols.size() == 1
        && HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(protocols.getFirst());
  }

  private static String accepting(String key) {
    try {
      byte[] text =
          (key + WebSocketServerHandshaker13.WEBSOCKET_13_ACCEPT_GUID)
              .getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java has it
    }
  }

  /** Adds what is said to the next hop only, which the gateway says for itself. */
  static HttpHeaders named(HttpHeaders headers) {
    return headers
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
  }
}
