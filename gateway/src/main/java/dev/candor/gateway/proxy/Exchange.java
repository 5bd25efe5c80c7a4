package dev.candor.gateway.proxy;

import dev.candor.gateway.Inspector.Outcome;
import dev.candor.gateway.Inspector.Subject;
import dev.candor.gateway.Limits;
import dev.candor.gateway.Mode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Bytes go on as they come, in both directions, and no faster than the
 * other end takes them; only a body that may be changed or refused waits until it is whole. All of
 * it is the work of one event loop.
 */
final class Exchange implements Answering {
  private final Client client;
  private final Service service;
  private final Lane lane;
  private final Asked asked;
  private final Deque<HttpContent> waiting = new ArrayDeque<>();
  private final Deadline deadline;
  private @Nullable Kept kept;
  private @Nullable Back back;
  private long length;
  private boolean connecting;
  private boolean whole;
  private boolean interim;
  private boolean answering;
  private boolean reusable;
  private boolean switched;
  private @Nullable Messages messages;
  private final long begun = System.nanoTime();
  private boolean over;
  private int status;

  Exchange(Client client, Service service, Lane lane, Asked asked) {
    this.client = client;
    this.service = service;
    this.lane = lane;
    this.asked = asked;
    deadline = new Deadline(client.channel().eventLoop(), this::patience, this::tooLate);
    service.metrics().change("requests_open", 1);
  }

  /** Begins, with the head; the body follows by {@link #take}. */
  void begin() {
    if (asked.subject().isPresent()) {
      kept = new Kept(service.budget(), service.limits().inspected());
    }
    if (declared() > service.limits().body()) {
      refuse(tooLarge());
    } else if (!waits()) {
      connect(asked.head(Map.of()));
    } else if (declared() > service.limits().inspected()) {
      refuse(tooLargeToRead());
    } else if (HttpUtil.is100ContinueExpected(asked.request())) {
      client.say(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      client.say(LastHttpContent.EMPTY_LAST_CONTENT);
      client.flush();
    }
  }

  /** Whether the body must be whole before it may go on. */
  private boolean waits() {
    return asked.mode() != Mode.OBSERVE && asked.subject().isPresent();
  }

  private long declared() {
    return HttpUtil.getContentLength(asked.request(), 0L);
  }

  private Duration patience() {
    Limits.Patience patience = service.limits().patience();
    if (switched) {
      return patience.answer();
    }
    if (answering && !client.channel().isWritable()) {
      return patience.reader();
    }
    boolean stuck = connecting || back != null && !back.isWritable();
    return whole || stuck ? patience.answer() : patience.body();
  }

  private void tooLate() {
    service.metrics().count("timeouts", "upstream", upstream());
    if (!whole && !answering && !connecting) {
      refuse(new Refusal(408, "timeout", "Candor gateway: the rest of the request did not come."));
    } else {
      lost("it said nothing for too long", 504);
    }
  }

  private String upstream() {
    return asked.way().upstream().name();
  }

  /** Whether all of the request came. */
  boolean isWhole() {
    return whole;
  }

  /** Takes a part of the body. */
  void take(HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    length += content.content().readableBytes();
    deadline.touch();
    if (over) {
      content.release();
      return;
    }
    if (length > service.limits().body()) {
      content.release();
      if (!refuse(tooLarge())) {
        client.abort();
      }
      return;
    }
    if (kept != null && !kept.add(content.content())) {
      unread("too large or too many at once");
      if (waits()) {
        content.release();
        refuse(tooLargeToRead());
        return;
      }
    }
    whole |= last;
    if (waits()) {
      content.release();
      if (content instanceof LastHttpContent end) {
        decide(end.trailingHeaders());
      }
      return;
    }
    forward(content);
    if (last) {
      observe();
    }
  }

  private void forward(HttpContent content) {
    HttpContent part = content;
    if (content instanceof LastHttpContent last && !last.trailingHeaders().isEmpty()) {
      part = EndToEnd.last(last.content(), last.trailingHeaders());
    }
    if (back == null) {
      waiting.add(part);
    } else {
      back.write(part);
      if (whole) {
        back.flush();
      } else if (!back.isWritable()) {
        client.channel().config().setAutoRead(false);
      }
    }
  }

  /** All that came at once from the client was handed over. */
  void flushUp() {
    if (back != null && !whole) {
      back.flush();
    }
  }

  private void observe() {
    Kept body = kept;
    Subject subject = asked.subject().orElse(null);
    if (body == null || subject == null) {
      return;
    }
    kept = null;
    if (!service.inspector().observe(subject, body.all(), body::drop)) {
      body.drop();
      unread("busy");
    }
  }

  private void unread(String why) {
    kept = null;
    service.metrics().count("bodies_unread", "upstream", upstream(), "reason", why);
  }

  private void decide(HttpHeaders trailers) {
    Kept body = kept;
    if (body == null) {
      return;
    }
    byte[] bytes = body.all();
    service
        .inspector()
        .decide(asked.subject().orElseThrow(), asked.mode(), bytes)
        .whenComplete((outcome, failure) ->
            client
                .channel()
                .eventLoop()
                .execute(() -> {
                  body.drop();
                  kept = null;
                  if (!over) {
                    decided(failure == null ? outcome : failed(), bytes, trailers);
                  }
                }));
  }

  private static Outcome failed() {
    return new Outcome.Refused(500, "Candor gateway: the request could not be inspected.");
  }

  private void decided(Outcome outcome, byte[] bytes, HttpHeaders trailers) {
    deadline.touch();
    switch (outcome) {
      case Outcome.Unchanged() -> send(bytes, Map.of(), trailers);
      case Outcome.Changed(byte[] body, boolean plain) -> {
        Map<String, String> length =
            HttpUtil.isContentLengthSet(asked.request())
                ? Map.of("content-length", Integer.toString(body.length))
                : Map.of();
        send(body, plain ? EndToEnd.with(length, "content-encoding", "") : length, trailers);
      }
      case Outcome.Refused(int status, String message) ->
          refuse(new Refusal(status, "blocked", message));
    }
  }

  private void send(byte[] body, Map<String, String> fields, HttpHeaders trailers) {
    waiting.add(EndToEnd.last(Unpooled.wrappedBuffer(body), trailers));
    connect(asked.head(EndToEnd.with(fields, "expect", "")));
  }

  private void connect(DefaultHttpRequest head) {
    connecting = true;
    client.channel().config().setAutoRead(whole);
    lane.take(
        asked.way().upstream(),
        ready -> {
          connecting = false;
          if (over) {
            ready.end();
            return;
          }
          back = ready;
          deadline.touch();
          ready.begin(this);
          ready.write(head);
          for (HttpContent part = waiting.poll(); part != null; part = waiting.poll()) {
            ready.write(part);
          }
          ready.flush();
          upstreamWritable(ready.isWritable());
        },
        why -> {
          connecting = false;
          if (!over) {
            lost(why, 502);
          }
        });
  }

  @Override
  public void upstreamWritable(boolean writable) {
    deadline.touch();
    // Behind the request the client is listened to for its end.
    client.channel().config().setAutoRead(writable || whole);
  }

  /** Whether more may be said to the client now. */
  void clientWritable(boolean writable) {
    deadline.touch();
    if (back != null) {
      back.listen(writable);
    }
  }

  @Override
  public void head(HttpResponse head) {
    deadline.touch();
    interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      if (back != null && asked.isForWebSocket() && Upgrade.isGranted(asked.request(), head)) {
        become(back, head.headers());
      } else {
        lost("it speaks another protocol now, unasked");
      }
    } else if (!interim) {
      answer(head);
    } else if (asked.isNew() && !waits()) {
      client.say(
          new DefaultHttpResponse(
              HttpVersion.HTTP_1_1, head.status(), EndToEnd.of(head.headers(), Map.of())));
      client.say(LastHttpContent.EMPTY_LAST_CONTENT);
      client.flush();
    }
  }

  /** From now on it is a WebSocket: bytes both ways, until either end closes. */
  private void become(Back upstream, HttpHeaders granted) {
    answering = true;
    switched = true;
    status = HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    service.metrics().count("websockets", "upstream", upstream());
    messages =
        asked
            .spoken()
            .map(subject ->
                new Messages(
                    granted,
                    service.limits().inspected(),
                    service.budget(),
                    new Overheard(service, subject)))
            .orElse(null);
    client.say(
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.SWITCHING_PROTOCOLS,
            Upgrade.named(EndToEnd.of(granted, Map.of()))));
    client.say(LastHttpContent.EMPTY_LAST_CONTENT);
    client.flush();
    if (client.relay(new Relay(upstream.channel(), this::overhear))) {
      upstream.relay(new Relay(client.channel(), answer -> deadline.touch()));
    } else {
      lost("the client did not wait for it", 502);
    }
  }

  private void overhear(ByteBuf said) {
    deadline.touch();
    if (messages != null) {
      messages.hear(said);
    }
  }

  private void answer(HttpResponse head) {
    answering = true;
    status = head.status().code();
    boolean toHead = asked.request().method().equals(HttpMethod.HEAD);
    boolean empty = toHead || status == 204 || status == 304;
    HttpHeaders headers = EndToEnd.of(head.headers(), Map.of());
    boolean measured =
        empty || HttpUtil.isContentLengthSet(head) || HttpUtil.isTransferEncodingChunked(head);
    boolean chunked = !empty && !headers.contains(HttpHeaderNames.CONTENT_LENGTH);
    // Only the end of the connection tells a client of HTTP/1.0 where such an answer ends.
    boolean untilClose = chunked && !asked.isNew();
    reusable = HttpUtil.isKeepAlive(head) && measured && whole;
    boolean more = asked.mayFollow() && whole && !untilClose && !service.draining().get();
    if (chunked && asked.isNew()) {
      headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    } else if (untilClose) {
      headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    }
    if (!more) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (!asked.isNew()) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
    asked.follows(more);
    client.answersHead(toHead);
    client.say(new DefaultHttpResponse(HttpVersion.HTTP_1_1, head.status(), headers));
    service.metrics().count("answers", "upstream", upstream(), "status", status / 100 + "xx");
  }

  @Override
  public void content(HttpContent content) {
    deadline.touch();
    boolean last = content instanceof LastHttpContent;
    if (over || interim) {
      interim &= !last;
      content.release();
      return;
    }
    if (!last) {
      client.say(content);
      if (!client.channel().isWritable() && back != null) {
        back.listen(false);
      }
      return;
    }
    LastHttpContent end = (LastHttpContent) content;
    if (end.trailingHeaders().isEmpty() || !asked.isNew()) {
      client.say(content);
    } else {
      client.say(EndToEnd.last(end.content(), end.trailingHeaders()));
    }
    client.flush();
    finish(whole);
  }

  private void finish(boolean more) {
    Back used = back;
    close("answered");
    if (used != null) {
      if (reusable && more) {
        used.keep();
      } else {
        used.end();
      }
    }
    client.over(more && asked.mayFollow());
  }

  @Override
  public void pause() {
    client.flush();
  }

  @Override
  public void lost(String why) {
    back = null;
    lost(why, 502);
  }

  private void lost(String why, int status) {
    if (over) {
      return;
    }
    if (switched) {
      Back used = back;
      close("websocket");
      if (used != null) {
        used.end();
      }
      client.over(false);
      return;
    }
    service.metrics().count("upstream_failures", "upstream", upstream());
    if (answering) {
      close("broken");
      if (back != null) {
        back.end();
      }
      client.abort();
    } else {
      refuse(
          new Refusal(
              status,
              "upstream",
              "Candor gateway: no answer from the upstream %s: %s.".formatted(upstream(), why)));
    }
  }

  private Refusal tooLarge() {
    return new Refusal(
        413,
        "too-large",
        "Candor gateway: the request's body is larger than the limit of %d bytes."
            .formatted(service.limits().body()));
  }

  private Refusal tooLargeToRead() {
    return new Refusal(
        413,
        "too-large",
        "Candor gateway: the request's body is larger than what can be inspected now, and bodies"
            + " to %s are not passed on uninspected.".formatted(upstream()));
  }

  /**
   * Ends it with an answer of the gateway's own.
   *
   * @return false where another answer has begun already; it is over all the same
   */
  boolean refuse(Refusal refusal) {
    if (over) {
      return true;
    }
    service.metrics().count("refused", "upstream", upstream(), "cause", refusal.cause());
    Back used = back;
    status = answering ? status : refusal.status();
    close(refusal.cause());
    if (used != null) {
      used.end();
    }
    if (answering) {
      return false;
    }
    FullHttpResponse answer = refusal.as(asked.dialect());
    boolean more = whole && asked.mayFollow() && !service.draining().get();
    if (!more) {
      answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    client.answersHead(asked.request().method().equals(HttpMethod.HEAD));
    client.say(answer);
    client.flush();
    client.over(more);
    return true;
  }

  /** The client is gone: nobody waits for the answer, so that the upstream need not go on. */
  void clientGone() {
    if (over) {
      return;
    }
    if (!switched) {
      service.metrics().count("clients_gone", "upstream", upstream());
    }
    Back used = back;
    close(switched ? "websocket" : "client-gone");
    if (used != null) {
      used.end();
    }
  }

  private void close(String end) {
    over = true;
    if (service.log().tellsRequests()) {
      asked.tell(service.log(), client.address(), status, end, System.nanoTime() - begun);
    }
    deadline.end();
    if (messages != null) {
      messages.end();
    }
    service.metrics().change("requests_open", -1);
    for (HttpContent part = waiting.poll(); part != null; part = waiting.poll()) {
      part.release();
    }
    if (kept != null && !(waits() && whole)) { // else who decides still reads it
      kept.drop();
      kept = null;
    }
  }
}
