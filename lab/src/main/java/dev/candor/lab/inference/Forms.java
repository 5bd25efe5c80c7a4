package dev.candor.lab.inference;

import dev.candor.core.Form;
import dev.candor.text.Likeness;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names the form of a dependence. The rule for wording: one word of a sentence for another of the
 * same kind is {@code WORDING}, which a reader would not notice; more or fewer words, other
 * sentences, other settings can be read there and are {@code PRESENCE}, for review.
 */
final class Forms {
  /** Numbers closer than this look the same to a reader. */
  private static final BigDecimal CLOSE = new BigDecimal("0.01");

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");

  private Forms() {}

  static Form of(Column column) {
    return switch (column.kind()) {
      case REQUEST, THERE, VARIANT -> Form.PRESENCE;
      case ORDER -> Form.ORDER;
      case LETTER_CASE, SPACING -> Form.FORMAT;
      case BYTES -> Form.OPAQUE;
      case FEATURE -> Form.FORMAT;
      case DIGIT -> Form.NUMERIC;
      case NUMBER -> areClose(column.symbols()) ? Form.NUMERIC : Form.PRESENCE;
      case TEXT -> text(column);
    };
  }

  private static Form text(Column column) {
    Carrier carrier = column.carrier();
    String left = lastWord(carrier.before());
    String right = firstWord(carrier.after());
    List<String> inContext =
        column.symbols().stream().map(symbol -> without(left + symbol + right)).toList();
    Form form = Likeness.among(inContext).orElse(Form.PRESENCE);
    if (form == Form.WORDING && !isInSentence(carrier)) {
      return Form.PRESENCE;
    }
    if (form != Form.PRESENCE) {
      return form;
    }
    if (areClose(inContext)) {
      return Form.NUMERIC;
    }
    String before = without(left);
    String after = without(right);
    boolean isUnreadable =
        column.symbols().stream()
            .allMatch(symbol -> Legibility.isUnreadable(before, without(symbol), after));
    return isUnreadable ? Form.OPAQUE : Form.PRESENCE;
  }

  /** Facts that stand there are as any text, whatever they are. */
  private static String without(String text) {
    return text.replaceAll(Facts.OPEN + "[^" + Facts.CLOSE + "]*" + Facts.CLOSE, "X");
  }

  /** A value that is one word is a setting. */
  private static boolean isInSentence(Carrier carrier) {
    return (carrier.before() + carrier.after()).chars().anyMatch(Character::isLetter);
  }

  private static String lastWord(String before) {
    int from = before.length();
    while (from > 0 && !Character.isWhitespace(before.charAt(from - 1))) {
      from--;
    }
    return before.substring(from);
  }

  private static String firstWord(String after) {
    int to = 0;
    while (to < after.length() && !Character.isWhitespace(after.charAt(to))) {
      to++;
    }
    return after.substring(0, to);
  }

  private static boolean areClose(List<String> texts) {
    if (!texts.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
      return false;
    }
    List<BigDecimal> numbers = texts.stream().map(BigDecimal::new).collect(Collectors.toList());
    BigDecimal least = Collections.min(numbers);
    BigDecimal most = Collections.max(numbers);
    return most.subtract(least).compareTo(most.abs().max(least.abs()).multiply(CLOSE)) <= 0;
  }
}
