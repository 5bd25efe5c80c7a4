package dev.candor.wire.har;

import dev.candor.wire.Connection;
import java.util.List;
import java.util.Optional;

/** Reads what an entry tells of its connection. */
final class ConnectionReading {
  private final Members members;
  private long id;
  private String client = "";
  private String server = "";
  private String address = "";
  private Optional<String> proxied = Optional.empty();
  private boolean encrypted;
  private Optional<String> serverName = Optional.empty();
  private String protocol = "";
  private List<String> alpn = List.of();
  private boolean called;
  private long callerId;
  private String callerName = "";

  ConnectionReading(Members members) {
    this.members = members;
  }

  void address(String text) {
    address = text;
  }

  /** Others than Candor may write any text there. */
  void id(String text) {
    try {
      id = Long.parseLong(text);
    } catch (NumberFormatException e) {
      id = 0;
    }
  }

  void read() {
    members.each(name -> {
      switch (name) {
        case "client" -> client = members.text();
        case "server" -> server = members.text();
        case "proxied" -> proxied = Optional.of(members.text());
        case "tls" -> {
          encrypted = true;
          members.each(this::tls);
        }
        case "caller" -> {
          called = true;
          members.each(this::caller);
        }
        default -> {}
      }
    });
  }

  private void tls(String name) {
    switch (name) {
      case "serverName" -> serverName = Optional.of(members.text());
      case "protocol" -> protocol = members.text();
      case "alpn" -> alpn = members.texts();
      default -> {}
    }
  }

  private void caller(String name) {
    switch (name) {
      case "id" -> callerId = (long) members.number();
      case "name" -> callerName = members.text();
      default -> {}
    }
  }

  Connection connection() {
    return new Connection(
        id,
        client,
        server.isEmpty() ? address : server,
        encrypted
            ? Optional.of(new Connection.Tls(serverName, protocol, List.copyOf(alpn)))
            : Optional.empty(),
        proxied,
        called ? Optional.of(new Connection.Caller(callerId, callerName)) : Optional.empty());
  }
}
