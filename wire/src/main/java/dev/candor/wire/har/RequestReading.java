package dev.candor.wire.har;

import dev.candor.wire.Request;

/** Reads a request. */
final class RequestReading {
  private final Members members;
  private final MessageReading message;
  private String method = "";
  private String url = "";
  private String version = "";
  private boolean asSent;
  private String scheme = "";
  private String authority = "";
  private String target = "";

  RequestReading(Members members) {
    this.members = members;
    message = new MessageReading(members);
  }

  void read() {
    members.each(name -> {
      switch (name) {
        case "method" -> method = members.text();
        case "url" -> url = members.text();
        case "httpVersion" -> version = members.text();
        case "postData" -> message.content();
        case "_asSent" -> {
          asSent = true;
          members.each(this::sent);
        }
        default -> message.member(name);
      }
    });
  }

  private void sent(String name) {
    switch (name) {
      case "scheme" -> scheme = members.text();
      case "authority" -> authority = members.text();
      case "target" -> target = members.text();
      default -> {}
    }
  }

  Request request() {
    if (!asSent) {
      split();
    }
    return new Request(
        method,
        scheme,
        authority,
        target,
        Versions.named(version),
        message.headers(),
        message.body());
  }

  /** What is left of a request of which only the url is known (RFC 3986, 3). */
  private void split() {
    int colon = url.indexOf("://");
    scheme = colon < 0 ? "" : url.substring(0, colon);
    int start = colon < 0 ? 0 : colon + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int user = url.lastIndexOf('@', end - 1);
    authority = url.substring(Math.max(start, user + 1), end);
    String rest = url.substring(end);
    target = rest.startsWith("/") ? rest : "/" + rest;
  }
}
