package dev.candor.wire.har;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.wire.Body;
import dev.candor.wire.Header;
import dev.candor.wire.content.Content;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads headers and body of a message. */
final class MessageReading {
  private final Members members;
  private final List<Header> headers = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();
  private Optional<String> text = Optional.empty();
  private Optional<String> sent = Optional.empty();
  private String encoding = "";
  private boolean coded;
  private boolean cut;
  private long size;

  MessageReading(Members members) {
    this.members = members;
  }

  /** A member of request or response. */
  void member(String name) {
    switch (name) {
      case "headers" ->
          members.elements(() -> {
            headers.add(header());
            members.bound(headers);
          });
      case "bodySize" -> size = (long) members.number();
      default -> {}
    }
  }

  /** The members of postData or content. */
  void content() {
    members.each(name -> {
      switch (name) {
        case "text" -> text = Optional.of(members.text());
        case "encoding", "_encoding" -> encoding = members.text();
        case "params" -> members.elements(this::parameter);
        case "_body" -> sent = Optional.of(members.text());
        case "_coded" -> coded = members.truth();
        case "_cut" -> cut = members.truth();
        default -> {}
      }
    });
  }

  private Header header() {
    String[] pair = pair();
    return new Header(pair[0], pair[1]);
  }

  private void parameter() {
    String[] pair = pair();
    parameters.add(URLEncoder.encode(pair[0], UTF_8) + "=" + URLEncoder.encode(pair[1], UTF_8));
    members.bound(parameters);
  }

  private String[] pair() {
    String[] pair = {"", ""};
    members.each(name -> {
      switch (name) {
        case "name" -> pair[0] = members.text();
        case "value" -> pair[1] = members.text();
        default -> {}
      }
    });
    return pair;
  }

  List<Header> headers() {
    boolean asSent = sent.isPresent() || coded || text.isEmpty();
    return asSent ? headers : headers.stream().filter(h -> !namesCodings(h)).toList();
  }

  private static boolean namesCodings(Header header) {
    return !Content.codings(List.of(header)).isEmpty();
  }

  Body body() {
    byte[] bytes =
        sent.or(() -> encoding.equals("base64") ? text : Optional.empty())
            .flatMap(MessageReading::decoded)
            .or(() -> text.map(plain -> plain.getBytes(UTF_8)))
            .orElseGet(() -> String.join("&", parameters).getBytes(UTF_8));
    return new Body(bytes, cut ? Math.max(size, bytes.length) : bytes.length);
  }

  /** Empty where it is no base64, whatever it is said to be. */
  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
