package dev.candor.audit.disclosure;

import java.util.Optional;

/**
 * Something that depends on one fact, at one place of what went to one destination.
 *
 * @param fact as {@code hostname} or {@code variable:NAME}
 * @param destination as receipts name it; empty where the report does not say
 * @param request method and the shape of the path
 */
record Sending(String fact, Optional<String> destination, String request, Spot spot) {}
