package dev.candor.audit.disclosure;

import dev.candor.audit.Steps;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where in a request a statement speaks of.
 *
 * @param text {@code prompt}, {@code header NAME}, a JSON pointer whose steps may be {@code *},
 *     {@code target}, {@code host}, {@code body}, {@code request}, {@code anywhere} or {@code *}
 * @param steps of the pointer; none of anything else
 */
record PlacePattern(String text, Steps steps) {
  static final String ANYWHERE = "anywhere";
  static final String ALL = "*";
  private static final String PROMPT = "prompt";
  private static final Set<String> WORDS = Set.of("target", "host", "body", "request");
  private static final Pattern HEADER = Pattern.compile("header [!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

  /**
   * @throws IllegalArgumentException if it is none of these
   */
  static PlacePattern of(String text) {
    boolean known =
        text.equals(ANYWHERE)
            || text.equals(ALL)
            || text.equals(PROMPT)
            || WORDS.contains(text)
            || HEADER.matcher(text).matches()
            || text.startsWith("/");
    if (!known) {
      throw new IllegalArgumentException(
          "a place is prompt, header NAME, a JSON pointer, target, host, body, request, anywhere"
              + " or *");
    }
    return new PlacePattern(
        text, new Steps(text.startsWith("/") ? Spot.steps(text.substring(1)) : List.of()));
  }

  boolean matches(Spot spot) {
    if (text.startsWith("/")) {
      return spot.kind().equals("body")
          && !spot.pointer().isEmpty()
          && steps.matches(spot.pointer());
    }
    return switch (text) {
      case ALL, ANYWHERE -> true;
      case PROMPT -> spot.prompt();
      default -> spot.pointer().isEmpty() && spot.kind().equals(text.toLowerCase(Locale.ROOT));
    };
  }
}
