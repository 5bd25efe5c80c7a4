package dev.candor.wire.tape;

import dev.candor.wire.Connection;
import dev.candor.wire.Connection.Caller;
import dev.candor.wire.Connection.Tls;
import dev.candor.wire.tape.Budget.TooMuch;
import dev.candor.wire.tape.Entries.Damaged;
import java.util.Optional;

/** A connection: its fields in their order, with 0 or 1 before those that may be empty. */
final class Connections {
  private Connections() {}

  static byte[] write(Connection connection) {
    Output out =
        new Output().signed(connection.id()).text(connection.client()).text(connection.server());
    out.number(connection.tls().isPresent() ? 1 : 0);
    connection
        .tls()
        .ifPresent(tls -> {
          out.text(tls.serverName()).text(tls.protocol()).number(tls.alpn().size());
          tls.alpn().forEach(out::text);
        });
    out.text(connection.proxied()).number(connection.caller().isPresent() ? 1 : 0);
    connection.caller().ifPresent(caller -> out.signed(caller.id()).text(caller.name()));
    return out.bytes();
  }

  static Connection read(Input in) throws Damaged, TooMuch {
    return new Connection(
        in.signed(),
        in.text(),
        in.text(),
        in.isPresent()
            ? Optional.of(new Tls(in.optionalText(), in.text(), in.list(in::text)))
            : Optional.empty(),
        in.optionalText(),
        in.isPresent() ? Optional.of(new Caller(in.signed(), in.text())) : Optional.empty());
  }
}
