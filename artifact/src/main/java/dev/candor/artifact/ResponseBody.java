package dev.candor.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream whose every read is limited in time: a server that stops in the
 * middle would otherwise hold the reader for ever.
 */
final class ResponseBody extends InputStream implements HttpResponse.BodySubscriber<ResponseBody> {
  private sealed interface Event {}

  private record Data(ByteBuffer buffer) implements Event {}

  private record Failed(Throwable cause) implements Event {}

  private record Done() implements Event {}

  private final Duration stall;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private boolean ended;

  ResponseBody(Duration stall) {
    this.stall = stall;
  }

  @Override
  public CompletionStage<ResponseBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(buffer -> events.add(new Data(buffer)));
  }

  @Override
  public void onError(Throwable cause) {
    events.add(new Failed(cause));
  }

  @Override
  public void onComplete() {
    events.add(new Done());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    while (!ended && !current.hasRemaining() && length > 0) {
      advance();
    }
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(length, current.remaining());
    current.get(into, offset, count);
    return count;
  }

  private void advance() throws IOException {
    switch (next()) {
      case Data(ByteBuffer buffer) -> {
        current = buffer;
        if (events.isEmpty()) {
          subscription.join().request(1); // Only now, so that no more than one batch is held.
        }
      }
      case Failed(Throwable cause) -> {
        ended = true;
        throw new IOException("the connection broke off", cause);
      }
      case Done() -> ended = true;
    }
  }

  private Event next() throws IOException {
    try {
      Event event = events.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new HttpTimeoutException("no byte in " + stall.toSeconds() + " s");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      var _ = subscription.thenAccept(Flow.Subscription::cancel);
    }
  }
}
