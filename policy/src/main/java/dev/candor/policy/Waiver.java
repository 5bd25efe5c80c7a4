package dev.candor.policy;

import java.util.Optional;

/**
 * An exception from a rule, which somebody has granted.
 *
 * @param by who has granted it
 * @param reason why
 * @param ticket where that is written down
 * @param until when it ends, as the file has it, or {@code never}
 */
public record Waiver(
    Scope scope, String by, String reason, Optional<String> ticket, Term term, String until) {
  /** What the file says instead of a day. */
  static final String NEVER = "never";

  /** As {@code by A. Rook until 2026-08-01: a migration (SEC-12)}. */
  public String words() {
    return "by %s %s: %s%s"
        .formatted(
            by,
            until.equals(NEVER) ? "without end" : "until " + until,
            reason,
            ticket.map(it -> " (" + it + ")").orElse(""));
  }
}
