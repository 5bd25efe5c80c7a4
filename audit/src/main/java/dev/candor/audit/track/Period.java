package dev.candor.audit.track;

import java.util.Optional;

/**
 * Versions in a row that have a mechanism, in one form or in several.
 *
 * @param before the version just before that has none; empty where the range begins, or nobody
 *     knows
 * @param gone the version just after that has none; empty where the range ends, or nobody knows
 */
public record Period(Optional<Entry> before, Entry first, Entry last, Optional<Entry> gone) {}
