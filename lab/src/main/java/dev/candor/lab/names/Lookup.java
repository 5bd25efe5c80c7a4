package dev.candor.lab.names;

import java.time.Instant;

/**
 * A name that was asked for.
 *
 * @param name in its own case, without a dot at its end; bytes that are no printable ASCII, dots in
 *     a label and backslashes as RFC 1035, 5.1 writes them
 * @param type of the record, as in {@code AAAA} or {@code TYPE65280}; behind it the class, where
 *     that is not the internet's: {@code TXT CLASS3}
 * @param first when it was asked for first
 * @param times how often
 */
public record Lookup(String name, String type, Instant first, int times) {}
