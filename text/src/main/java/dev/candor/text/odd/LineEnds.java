package dev.candor.text.odd;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Spaces at the ends of lines. Where all are alike, an editor or Markdown made them. */
final class LineEnds {
  private static final int LONGEST = 64;
  private static final int MOST_KINDS = 1000;

  private LineEnds() {}

  /** One note for the text, at the first of them. */
  static void note(String text, Consumer<Oddity> notes) {
    Set<String> kinds = new HashSet<>();
    int lines = 0;
    int firstStart = 0;
    int firstEnd = 0;
    for (int end = end(text, 0); end >= 0; end = end(text, end + 1)) {
      int start = end;
      while (start > 0 && end - start < LONGEST && isSpace(text.charAt(start - 1))) {
        start--;
      }
      if (start == end) {
        continue;
      }
      if (lines++ == 0) {
        firstStart = start;
        firstEnd = end;
      }
      if (kinds.size() < MOST_KINDS) {
        kinds.add(text.substring(start, end));
      }
    }
    if (kinds.size() > 1) {
      notes.accept(
          Oddity.of(Rule.TRAILING_SPACES, firstStart, firstEnd, "")
              .with("%d lines end in spaces or tabs, in %d ways".formatted(lines, kinds.size())));
    }
  }

  /** The next end of a line that has a space before it. */
  private static int end(String text, int from) {
    int at = text.indexOf('\n', from);
    while (at >= 0) {
      int end = at > 0 && text.charAt(at - 1) == '\r' ? at - 1 : at;
      if (end > 0 && isSpace(text.charAt(end - 1)) && end >= from) {
        return end;
      }
      at = text.indexOf('\n', at + 1);
    }
    return -1;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
