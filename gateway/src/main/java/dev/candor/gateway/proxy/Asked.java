package dev.candor.gateway.proxy;

import dev.candor.gateway.Inspector.Subject;
import dev.candor.gateway.Log;
import dev.candor.gateway.Mode;
import dev.candor.text.Visible;
import dev.candor.wire.Dialect;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a request asks for, and what was made of that. */
final class Asked {
  private static final int MOST_SHOWN = 200;

  private final HttpRequest request;
  private final Routes.Way way;
  private final Optional<Dialect> dialect;
  private final Optional<Subject> subject;
  private final Mode mode;
  private final boolean webSocket;
  private boolean follows;

  /**
   * @param subject where its body, or what is said over the WebSocket, has something that a model
   *     reads
   * @param webSocket whether it asks for one and may get it
   */
  Asked(
      HttpRequest request,
      Routes.Way way,
      Optional<Dialect> dialect,
      Optional<Subject> subject,
      Mode mode,
      boolean webSocket) {
    this.request = request;
    this.way = way;
    this.dialect = dialect;
    this.subject = subject;
    this.mode = mode;
    this.webSocket = webSocket;
    follows = HttpUtil.isKeepAlive(request);
  }

  HttpRequest request() {
    return request;
  }

  Routes.Way way() {
    return way;
  }

  Optional<Dialect> dialect() {
    return dialect;
  }

  /** What reads its body. */
  Optional<Subject> subject() {
    return subject.filter(_ -> !webSocket);
  }

  /** What reads the texts that are said over the WebSocket. */
  Optional<Subject> spoken() {
    return subject.filter(_ -> webSocket);
  }

  boolean isForWebSocket() {
    return webSocket;
  }

  Mode mode() {
    return mode;
  }

  /** Whether it is HTTP/1.1, which has chunks, trailers and interim answers. */
  boolean isNew() {
    return request.protocolVersion().equals(HttpVersion.HTTP_1_1);
  }

  /** Whether another request may follow on the client's connection. */
  boolean mayFollow() {
    return follows;
  }

  void follows(boolean may) {
    follows = may;
  }

  /** A line about it, without its query, which may hold a key. */
  void tell(Log log, String client, int status, String end, long nanoseconds) {
    String target = way.target();
    int query = target.indexOf('?');
    log.tell(
        "request",
        "client",
        client,
        "upstream",
        way.upstream().name(),
        "method",
        Visible.of(request.method().name(), MOST_SHOWN),
        "path",
        Visible.of(query < 0 ? target : target.substring(0, query), MOST_SHOWN),
        "mode",
        mode.name().toLowerCase(Locale.ROOT),
        "status",
        Integer.toString(status),
        "end",
        end,
        "milliseconds",
        Long.toString(TimeUnit.NANOSECONDS.toMillis(nanoseconds)));
  }

  /**
   * The head that goes to the upstream.
   *
   * @param fields values that are others, by names in lower case; an empty one leaves a field out
   */
  DefaultHttpRequest head(Map<String, String> fields) {
    HttpHeaders headers =
        EndToEnd.of(request.headers(), EndToEnd.with(fields, "host", way.upstream().authority()));
    return new DefaultHttpRequest(
        HttpVersion.HTTP_1_1,
        request.method(),
        way.target(),
        webSocket ? Upgrade.named(headers) : headers);
  }
}
