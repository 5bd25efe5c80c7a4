package dev.candor.audit.markdown;

import dev.candor.text.Excerpt;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that Markdown leaves alone. Backslashes do not do: trackers look for addresses, names and
 * numbers of issues in what is left when they are gone. In code spans and blocks they do not look
 * (GitHub Flavored Markdown 0.29, 6.3 and 4.5).
 */
final class Inert {
  private static final int LONGEST = 400;
  private static final int LONGEST_LINE = 2_000;

  /**
   * Words and what stands between them in our own sentences: no markup, name, number or address.
   */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?![0-9]+[.)])[A-Za-z0-9(][A-Za-z0-9 ,;.%()'’…-]*(: [A-Za-z0-9 ,;.%()'’…-]+)*");

  /** What a tracker makes a link of: a host, or what may be a commit. */
  private static final Pattern LINKED =
      Pattern.compile("(?i)www\\.|\\b[0-9a-f]{7,}\\b|\\bGH-[0-9]|https?");

  private static final Pattern TICKS = Pattern.compile("`+");

  private Inert() {}

  /** A sentence: as it is where nothing in it could act, else a code span. */
  static String sentence(String text) {
    return text.length() <= LONGEST
            && SENTENCE.matcher(text).matches()
            && !LINKED.matcher(text).find()
        ? text
        : code(text);
  }

  /** A code span, which ends where it should. */
  static String code(String text) {
    String visible = Excerpt.of(text, LONGEST);
    if (visible.isBlank()) {
      return visible.isEmpty() ? "`\"\"`" : "`\"" + visible + "\"`";
    }
    String fence = "`".repeat(longestRun(visible) + 1);
    boolean padded =
        visible.startsWith("`")
            || visible.endsWith("`")
            || visible.startsWith(" ") && visible.endsWith(" ");
    String pad = padded ? " " : "";
    return fence + pad + visible + pad + fence;
  }

  /** The same in a table, where a vertical line ends a cell even within code (ibidem, 4.10). */
  static String cell(String text) {
    return code(text).replace("|", "\\|");
  }

  /** A sentence in a table. */
  static String sentenceCell(String text) {
    return sentence(text).replace("|", "\\|");
  }

  /** A code block, which ends where it should. */
  static String block(List<String> lines) {
    String text =
        lines.stream()
            .map(line -> Excerpt.of(line, LONGEST_LINE))
            .collect(Collectors.joining("\n"));
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + "text\n" + text + "\n" + fence;
  }

  private static int longestRun(String text) {
    return TICKS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
