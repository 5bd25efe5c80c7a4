package dev.candor.wire.content;

import dev.candor.text.Visible;
import dev.candor.wire.Body;
import dev.candor.wire.Header;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message's content with the codings of its Content-Encoding undone (RFC 9110, 8.4): gzip,
 * deflate with and without its zlib frame, br (RFC 7932), zstd (RFC 8878), one after another.
 * Whatever the bytes are, there is an answer.
 *
 * @param bytes not to be changed; where there is a reason, as much as could be had: what came
 *     before the fault, or what stands below the coding that could not be undone
 * @param codings what was undone, in the order in which it was undone
 * @param reason why this is not the whole content; empty where it is
 */
public record Content(byte[] bytes, List<String> codings, Optional<String> reason) {
  public Content {
    codings = List.copyOf(codings);
  }

  /**
   * How much is undone.
   *
   * @param bytes after each coding
   * @param ratio of bytes after a coding to bytes on the wire, judged once there is a mebibyte
   * @param codings one after another
   */
  public record Bounds(int bytes, int ratio, int codings) {
    /**
     * A request larger than 64 MiB is none that a model's API takes; text does not shrink a
     * thousandfold; nobody applies a fourth coding.
     */
    public static final Bounds STANDARD = new Bounds(64 << 20, 1000, 3);
  }

  public static Content of(Request request) {
    return of(request.body(), request.headers());
  }

  public static Content of(Response response) {
    return of(response.body(), response.headers());
  }

  public static Content of(Body body, List<Header> headers) {
    return of(body, headers, Bounds.STANDARD);
  }

  public static Content of(Body body, List<Header> headers, Bounds bounds) {
    Content undone = undone(body.bytes(), codings(headers), bounds);
    if (!body.isCut()) {
      return undone;
    }
    String cut =
        String.format(
            Locale.ROOT,
            "only the first %,d of %,d bytes were kept",
            body.bytes().length,
            body.length());
    return new Content(undone.bytes, undone.codings, Optional.of(cut));
  }

  /**
   * The codings that headers name, in the order in which they were applied, in lower case; {@code
   * identity} is none.
   */
  public static List<String> codings(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.is("Content-Encoding"))
        .flatMap(header -> Arrays.stream(header.value().split(",")))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
        .toList();
  }

  private static Content undone(byte[] sent, List<String> named, Bounds bounds) {
    if (named.size() > bounds.codings()) {
      return new Content(
          sent,
          List.of(),
          Optional.of("it names more than %d codings".formatted(bounds.codings())));
    }
    byte[] bytes = sent;
    List<String> done = new ArrayList<>();
    for (String name : named.reversed()) {
      if (bytes.length == 0) {
        break;
      }
      Optional<Coding> coding = Coding.named(name);
      if (coding.isEmpty()) {
        String reason = "the coding " + Visible.of(name, 40) + " is not known";
        return new Content(bytes, done, Optional.of(reason));
      }
      Sink out = new Sink(bounds, sent.length);
      Optional<String> trouble = trouble(coding.get(), bytes, out);
      if (trouble.isPresent() && out.isEmpty()) {
        return new Content(bytes, done, trouble.map(t -> name + ": " + t));
      }
      bytes = out.bytes();
      done.add(name);
      if (trouble.isPresent()) {
        // What stands below a coding that broke is broken too, and its reason would hide this one.
        Content rest = undone(bytes, named.subList(0, named.size() - done.size()), bounds);
        done.addAll(rest.codings);
        return new Content(rest.bytes, done, trouble.map(t -> name + ": " + t));
      }
    }
    return new Content(bytes, done, Optional.empty());
  }

  private static Optional<String> trouble(Coding coding, byte[] coded, Sink out) {
    try {
      coding.undo(coded, out);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A library that trips over hostile bytes.
      return Optional.of("it is damaged");
    } catch (LinkageError e) {
      return Optional.of("the library that reads it cannot be loaded on this machine");
    }
  }
}
