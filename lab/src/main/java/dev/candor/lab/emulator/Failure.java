package dev.candor.lab.emulator;

import dev.candor.wire.Connection;
import java.time.Instant;

/**
 * A connection of which something could not be read, or which ended without a request. A tool that
 * trusts only the certificates of its vendor shows here and nowhere else.
 *
 * @param connection as far as it got; {@link Connection.Tls#protocol} is empty where the handshake
 *     came to no end
 * @param at when that was seen
 * @param what happened, for people
 */
public record Failure(Connection connection, Instant at, String what) {}
