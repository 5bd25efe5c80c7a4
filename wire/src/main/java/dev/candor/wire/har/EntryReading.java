package dev.candor.wire.har;

import dev.candor.wire.Exchange;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads one entry, whatever the order of its members. */
final class EntryReading {
  private final Members members;
  private final RequestReading request;
  private final MessageReading response;
  private final ConnectionReading connection;
  private Instant started = Instant.EPOCH;
  private Duration sent = Duration.ZERO;
  private Duration waited = Duration.ZERO;
  private Duration received = Duration.ZERO;
  private int status;
  private int number;
  private String answered = "";

  private EntryReading(Members members, int number) {
    this.members = members;
    this.number = number;
    request = new RequestReading(members);
    response = new MessageReading(members);
    connection = new ConnectionReading(members);
  }

  /**
   * @param number of the entry in the archive, for one that has none of its own
   */
  static Exchange read(Members members, int number) {
    members.reset();
    EntryReading entry = new EntryReading(members, number);
    members.each(entry::member);
    return entry.exchange();
  }

  private void member(String name) {
    switch (name) {
      case "startedDateTime" -> started = instant(members.text());
      case "request" -> request.read();
      case "response" -> members.each(this::responseMember);
      case "timings" -> members.each(this::timing);
      case "_number" -> number = (int) members.number();
      case "_answered" -> answered = members.text();
      case "serverIPAddress" -> connection.address(members.text());
      case "connection" -> connection.id(members.text());
      case "_connection" -> connection.read();
      default -> {}
    }
  }

  private void responseMember(String name) {
    switch (name) {
      case "status" -> status = (int) members.number();
      case "content" -> response.content();
      default -> response.member(name);
    }
  }

  private void timing(String name) {
    switch (name) {
      case "send" -> sent = duration(members.number());
      case "wait" -> waited = duration(members.number());
      case "receive" -> received = duration(members.number());
      default -> {}
    }
  }

  private Exchange exchange() {
    return new Exchange(
        number,
        connection.connection(),
        request.request(),
        status == 0
            ? Optional.empty()
            : Optional.of(new Response(status, response.headers(), response.body())),
        new Timing(started, sent, waited, received),
        answered);
  }

  private static Duration duration(double milliseconds) {
    return Duration.ofNanos(Math.max(0, Math.round(milliseconds * 1e6)));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
