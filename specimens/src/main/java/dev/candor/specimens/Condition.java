package dev.candor.specimens;

import java.util.List;

/**
 * A factor that a specimen reads, and what it compares it with.
 *
 * @param factor {@code endpoint} (host), {@code proxy} (URL), {@code timezone}, {@code locale},
 *     {@code username}, {@code hostname}, {@code machine-id}, {@code git-identity} (mail address),
 *     {@code git-remote} (URL), {@code repository} (a file in the work folder), {@code workdir}
 *     (name of the work folder), {@code terminal} (what {@code TERM_PROGRAM} says), and {@code ci},
 *     {@code editor} and {@code gate} ({@code NAME=value}, or empty for unset)
 * @param match how it compares
 * @param values what it compares with; for {@link Match#DIGEST} the plain values
 * @param marking some levels under which it holds
 * @param plain some levels under which it does not
 */
public record Condition(
    String factor, Match match, List<String> values, List<String> marking, List<String> plain) {
  public Condition {
    values = List.copyOf(values);
    marking = List.copyOf(marking);
    plain = List.copyOf(plain);
  }
}
