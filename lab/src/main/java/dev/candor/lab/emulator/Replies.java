package dev.candor.lab.emulator;

import dev.candor.wire.Dialect.Reply;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** What every version of HTTP needs to know of a reply. */
final class Replies {
  private Replies() {}

  static int status(Reply reply) {
    return reply instanceof Reply.Whole whole ? whole.status() : 200;
  }

  static String type(Reply reply) {
    return reply instanceof Reply.Whole whole ? whole.contentType() : "text/event-stream";
  }

  /** Whether its status lets it have content (RFC 9110, 6.4.1). */
  static boolean mayHaveContent(Reply reply) {
    int status = status(reply);
    return status >= 200 && status != 204 && status != 304;
  }

  static long length(Reply reply) {
    return switch (reply) {
      case Reply.Whole whole -> whole.content().length;
      case Reply.Events events -> events.events().stream().mapToLong(e -> e.length).sum();
    };
  }

  /** The pieces in which its content goes out to a request of that method. */
  static List<byte[]> parts(Reply reply, String method) {
    if (method.equals("HEAD") || !mayHaveContent(reply)) {
      return List.of();
    }
    return switch (reply) {
      case Reply.Whole whole -> whole.content().length == 0 ? List.of() : List.of(whole.content());
      case Reply.Events events -> events.events();
    };
  }

  static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
