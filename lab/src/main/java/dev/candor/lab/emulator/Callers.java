package dev.candor.lab.emulator;

import dev.candor.wire.Connection;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Knows whose a connection is. Asked once for each, when it is accepted, by any thread. */
@FunctionalInterface
public interface Callers {
  /** Knows nobody. */
  Callers NONE = (client, server) -> Optional.empty();

  /**
   * @param client the end that is in the room
   * @param server the end that the client asked for
   * @return empty where it cannot be known
   */
  Optional<Connection.Caller> of(InetSocketAddress client, InetSocketAddress server);
}
