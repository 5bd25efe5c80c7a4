package dev.candor.text;

import com.ibm.icu.text.SpoofChecker;
import dev.candor.core.Form;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells in which form two texts differ, where a reader might take the one for the other. */
public final class Likeness {
  /** Written between the parts of a day, a name or a number without being part of what is said. */
  private static final Pattern SEPARATORS = Pattern.compile("[-/._:\\u2010-\\u2015\\u2212]");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,15}(\\.\\d{0,10})?([eE][+-]?\\d{1,2})?");
  private static final Pattern WORD = Pattern.compile("\\p{Ll}[\\p{Ll}'’-]+");

  /** Words that turn a sentence into its opposite: a reader would notice. */
  private static final Set<String> TURNING =
      Set.of(
          "not",
          "no",
          "never",
          "none",
          "cannot",
          "without",
          "off",
          "on",
          "yes",
          "true",
          "false",
          "enabled",
          "disabled",
          "always",
          "only",
          "do",
          "don't",
          "can",
          "can't",
          "allow",
          "deny");

  private Likeness() {}

  /**
   * The form in which all these texts differ from each other; empty where two of them are the same
   * or say something else.
   */
  public static Optional<Form> among(List<String> texts) {
    Optional<Form> form = Optional.empty();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        Optional<Form> here = between(texts.get(i), texts.get(j));
        if (here.isEmpty()) {
          return Optional.empty();
        }
        // The one that is hardest to see names them all.
        form = form.isEmpty() || rank(here.get()) < rank(form.get()) ? here : form;
      }
    }
    return form;
  }

  private static int rank(Form form) {
    return List.of(
            Form.LOOKALIKE, Form.INVISIBLE, Form.FORMAT, Form.NUMERIC, Form.ORDER, Form.WORDING)
        .indexOf(form);
  }

  /** The form in which two texts differ; empty where they are equal or say something else. */
  public static Optional<Form> between(String one, String other) {
    if (one.equals(other) || Math.max(one.length(), other.length()) > 20_000) {
      return Optional.empty();
    }
    String a = withoutInvisible(one);
    String b = withoutInvisible(other);
    if (a.equals(b) || withoutEnds(a).equals(withoutEnds(b))) {
      return Optional.of(Form.INVISIBLE);
    }
    boolean ascii = isAscii(a) && isAscii(b);
    if (!ascii && skeleton(a).equals(skeleton(b))) {
      return Optional.of(Form.LOOKALIKE);
    }
    if (NUMBER.matcher(a).matches() && NUMBER.matcher(b).matches()) {
      return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0
          ? Optional.of(Form.NUMERIC)
          : Optional.empty();
    }
    if (a.equalsIgnoreCase(b)
        || sameBetweenSeparators(a, b)
        || !a.isBlank() && !b.isBlank() && withoutSpaces(a).equals(withoutSpaces(b))) {
      return Optional.of(Form.FORMAT);
    }
    return words(a, b);
  }

  private static boolean sameBetweenSeparators(String a, String b) {
    return a.length() == b.length()
        && SEPARATORS.matcher(a).replaceAll("-").equals(SEPARATORS.matcher(b).replaceAll("-"));
  }

  private static Optional<Form> words(String a, String b) {
    List<String> left = List.of(a.strip().split("\\s+"));
    List<String> right = List.of(b.strip().split("\\s+"));
    if (left.size() != right.size()) {
      return Optional.empty();
    }
    String[] sortedLeft = left.stream().sorted().toArray(String[]::new);
    String[] sortedRight = right.stream().sorted().toArray(String[]::new);
    if (left.size() > 1 && Arrays.equals(sortedLeft, sortedRight)) {
      return Optional.of(Form.ORDER);
    }
    int different = -1;
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).equals(right.get(i))) {
        if (different >= 0) {
          return Optional.empty();
        }
        different = i;
      }
    }
    return different >= 0
            && isWord(left.get(different))
            && isWord(right.get(different))
            && !isInflected(left.get(different), right.get(different))
        ? Optional.of(Form.WORDING)
        : Optional.empty();
  }

  /** One line, two lines: the grammar of what is counted. */
  private static boolean isInflected(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = one.length() > other.length() ? other : one;
    return longer.equals(shorter + "s")
        || longer.equals(shorter + "es")
        || shorter.endsWith("y")
            && longer.equals(shorter.substring(0, shorter.length() - 1) + "ies");
  }

  private static boolean isWord(String text) {
    String word = text.replaceAll("[.,;:!?]$", "");
    return WORD.matcher(word).matches() && !TURNING.contains(word);
  }

  /** Equal for texts that differ in look-alikes, kinds of space or invisible characters only. */
  public static String folded(String text) {
    return isAscii(text) ? text : skeleton(withoutInvisible(text));
  }

  /** As UTS #39, 4, with every space taken for one. */
  private static String skeleton(String text) {
    return Checker.SPOOF.getSkeleton(spaces(text)).toLowerCase(Locale.ROOT);
  }

  private static final class Checker {
    static final SpoofChecker SPOOF =
        new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
  }

  private static String spaces(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isSpaceChar(c) && c != '\n' ? ' ' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static String withoutSpaces(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Without the spaces at the ends of its last line, which leave no trace on paper. */
  private static String withoutEnds(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String withoutInvisible(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /**
   * Characters without ink and without width: Unicode's Default_Ignorable_Code_Point, and the
   * anchors of interlinear annotations (The Unicode Standard, 23.8). Format characters that are
   * seen are none, such as the Arabic number sign. A list, because it is asked for each character
   * of large texts; a test compares it with ICU's data.
   */
  public static boolean isInvisible(int c) {
    if (c < 0x300) {
      return c == 0xAD;
    }
    return c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xFEFF
        || c >= 0xE0000 && c <= 0xE0FFF
        || c == 0x034F
        || c == 0x061C
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c >= 0x180B && c <= 0x180F
        || c == 0x3164
        || c == 0xFFA0
        || c >= 0xFFF0 && c <= 0xFFFB
        || c >= 0x1BCA0 && c <= 0x1BCA3
        || c >= 0x1D173 && c <= 0x1D17A;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }
}
