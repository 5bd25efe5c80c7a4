package dev.candor.audit.observed;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Filler;
import dev.candor.core.mechanism.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The text around a signal as a template: its nearest words, with numbers left open. */
final class Sentence {
  /** The slot in which the symbol stands. */
  static final String SLOT = "symbol";

  private static final int AROUND = 40;
  private static final int FEWEST_LETTERS = 6;
  private static final int LONGEST_NUMBER = 12;

  private final Map<String, Filler> fillers = new LinkedHashMap<>();

  private Sentence() {}

  /** Empty where too few words stand around it to be found again. */
  static Optional<Carrier.Text> around(
      String id, dev.candor.lab.inference.Carrier carrier, String pointer) {
    Sentence sentence = new Sentence();
    String before = sentence.opened(last(carrier.before()));
    String after = sentence.opened(first(carrier.after()));
    long letters =
        (before + after).replaceAll("\\{[^}]*}", "").chars().filter(Character::isLetter).count();
    if (letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    return Optional.of(
        new Carrier.Text(
            id,
            carrier.request().replaceFirst(" #[0-9]+$", ""),
            pointer,
            Template.of(before + "{" + SLOT + "}" + after),
            sentence.fillers));
  }

  /** Words, spaces and stops; other signs may be symbols of other signals. */
  private static boolean isPlain(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == ' ' || c == ',' || c == ':');
  }

  private static String last(String text) {
    int from = text.length();
    while (from > 0 && text.length() - from < AROUND && isPlain(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from);
  }

  private static String first(String text) {
    int to = 0;
    while (to < text.length() && to < AROUND && isPlain(text.charAt(to))) {
      to++;
    }
    return text.substring(0, to);
  }

  /** Numbers differ from day to day. */
  private String opened(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int to = at;
      while (to < text.length() && Character.isDigit(text.charAt(to))) {
        to++;
      }
      if (to > at) {
        String name = "number-" + (fillers.size() + 1);
        fillers.put(name, new Filler(Filler.Kind.DIGITS, 1, LONGEST_NUMBER));
        out.append('{').append(name).append('}');
        at = to;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }
}
