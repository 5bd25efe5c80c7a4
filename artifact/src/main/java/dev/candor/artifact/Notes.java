package dev.candor.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was left out of an artifact and why: the first sentences of each reason in full, the rest as
 * a number, so that a million bad names cost no memory and no screen.
 */
final class Notes {
  private static final int SENTENCES_A_REASON = 12;
  private static final int LONGEST_NAME = 160;

  private final List<String> sentences = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Notes that {@code why} holds for {@code what}; {@code why} is one of a few fixed texts. */
  void add(String what, String why) {
    if (counts.merge(why, 1L, Long::sum) <= SENTENCES_A_REASON) {
      sentences.add(shown(what) + ": " + why);
    }
  }

  List<String> list() {
    List<String> all = new ArrayList<>(sentences);
    counts.forEach((why, count) -> {
      if (count > SENTENCES_A_REASON) {
        all.add(String.format(Locale.ROOT, "%,d more: %s", count - SENTENCES_A_REASON, why));
      }
    });
    return List.copyOf(all);
  }

  /** Names come from the archive: no control character of theirs may reach a terminal. */
  private static String shown(String name) {
    StringBuilder out = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_NAME)
        .forEach(c -> {
          int type = Character.getType(c);
          if (Character.isISOControl(c)
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR) {
            out.append(String.format(Locale.ROOT, "\\u{%X}", c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return name.length() > LONGEST_NAME ? out.append('…').toString() : out.toString();
  }
}
