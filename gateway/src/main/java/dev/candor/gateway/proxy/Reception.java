package dev.candor.gateway.proxy;

import dev.candor.gateway.Inspector.Subject;
import dev.candor.gateway.Mode;
import dev.candor.gateway.Ruling.Decision;
import dev.candor.gateway.Ruling.Facts;
import dev.candor.gateway.Tool;
import dev.candor.gateway.proxy.RequestDecoder.HeadTooLarge;
import dev.candor.wire.Body;
import dev.candor.wire.Dialect;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is made of a request's head: where it goes and how, or why it does not. */
final class Reception {
  private final Service service;

  Reception(Service service) {
    this.service = service;
  }

  /** What was made of it. */
  sealed interface Result {
    /** It goes on. */
    record Welcome(Asked asked) implements Result {}

    /**
     * It does not.
     *
     * @param sound whether the next one on the connection can be told from it
     */
    record Turned(Refusal refusal, Optional<Dialect> dialect, boolean sound) implements Result {}
  }

  /** What a head that could not be decoded is answered. */
  static Refusal broken(Throwable cause) {
    return cause instanceof HeadTooLarge
        ? new Refusal(431, "head", "Candor gateway: the request's head is too large.")
        : malformed(
            cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "it is no HTTP/1.1");
  }

  private static Refusal malformed(String flaw) {
    return new Refusal(400, "malformed", "Candor gateway: the request is refused: " + flaw + ".");
  }

  Result receive(HttpRequest head, String client) {
    Optional<String> flaw = Sound.flaw(head);
    if (flaw.isPresent()) {
      return new Result.Turned(malformed(flaw.get()), Optional.empty(), false);
    }
    String shown = head.headers().get(HttpHeaderNames.PROXY_AUTHORIZATION, "");
    if (service.token().filter(token -> !token.isShownBy(shown)).isPresent()) {
      return turned(
          new Refusal(
              407,
              "token",
              "Candor gateway: the request shows no token, or another; it belongs in"
                  + " Proxy-Authorization: Bearer TOKEN."));
    }
    Optional<Routes.Way> way =
        service.routes().of(head.headers().get(HttpHeaderNames.HOST, ""), head.uri());
    return way.map(to -> route(head, to, client))
        .orElseGet(() ->
            turned(
                new Refusal(
                    404,
                    "no-upstream",
                    "Candor gateway: no upstream has this name; begin the path with one that is"
                        + " configured, as /anthropic/v1/messages.")));
  }

  private static Result turned(Refusal refusal) {
    return new Result.Turned(refusal, Optional.empty(), true);
  }

  private Result route(HttpRequest head, Routes.Way way, String client) {
    boolean upgrade = Upgrade.isAsked(head);
    Request request = request(head, way, head.method().name());
    // What is said over a WebSocket to a path is what otherwise is posted there.
    Request like = upgrade ? request(head, way, "POST") : request;
    Optional<Dialect> dialect =
        service.dialects().stream().filter(spoken -> spoken.speaks(like)).findFirst();
    Optional<Tool> tool = request.header("User-Agent").flatMap(Tool::in);
    String upstream = way.upstream().name();
    service.metrics().count("requests", "upstream", upstream);
    Facts facts = new Facts(upstream, dialect.map(Dialect::name), tool, Instant.now());
    return switch (service.ruling().on(facts)) {
      case Decision.Refuse refused -> {
        service.metrics().count("refused", "upstream", upstream, "cause", "policy");
        yield new Result.Turned(refusal(refused), dialect, true);
      }
      case Decision.Pass(Mode mode) -> {
        Optional<Subject> subject =
            dialect.flatMap(spoken ->
                spoken
                    .promptFields(like)
                    .map(fields ->
                        new Subject(
                            service.numbers().incrementAndGet(),
                            upstream,
                            client,
                            request,
                            spoken,
                            fields,
                            tool)));
        // Where texts must not go on unread there are no WebSockets; the upstream is not asked for
        // one.
        boolean webSocket = upgrade && mode == Mode.OBSERVE;
        yield new Result.Welcome(
            new Asked(
                head,
                way,
                dialect,
                upgrade && !webSocket ? Optional.empty() : subject,
                mode,
                webSocket));
      }
    };
  }

  private static Refusal refusal(Decision.Refuse refused) {
    String instead =
        refused.replacement().isEmpty() ? "" : " Use instead: " + refused.replacement() + ".";
    return new Refusal(
        403,
        "policy",
        "Candor gateway: blocked by the rule %s: %s%s"
            .formatted(refused.rule(), refused.reason(), instead));
  }

  private static Request request(HttpRequest head, Routes.Way way, String method) {
    List<Header> headers = new ArrayList<>(head.headers().size());
    head.headers()
        .iteratorAsString()
        .forEachRemaining(field -> headers.add(new Header(field.getKey(), field.getValue())));
    return new Request(
        method,
        way.upstream().secure() ? "https" : "http",
        way.upstream().authority(),
        way.target(),
        head.protocolVersion().equals(HttpVersion.HTTP_1_0) ? Protocol.HTTP_1_0 : Protocol.HTTP_1_1,
        headers,
        Body.NONE);
  }
}
