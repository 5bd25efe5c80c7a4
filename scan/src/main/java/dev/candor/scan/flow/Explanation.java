package dev.candor.scan.flow;

import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.text.Likeness;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a reader would expect that a text depends on the environment in this way. */
final class Explanation {
  private Explanation() {}

  /** Empty where nothing explains it. */
  static Optional<String> of(
      List<FlowScan.Marked> together, Set<String> factors, List<HiddenTable> tables) {
    if (factors.equals(Set.of("locale"))
        && together.stream().allMatch(one -> isLocal(one.pick()) && !isHidden(one, tables))) {
      return Optional.of("separators, quotation marks, numbers and spelling are the locale's own");
    }
    if (factors.equals(Set.of("terminal"))
        && together.stream()
            .allMatch(one -> one.reached().request().isEmpty() && isGlyph(one.pick()))) {
      return Optional.of("it is what the terminal can show");
    }
    return Optional.empty();
  }

  /** Whoever writes as the locale does has no need to hide which locales there are. */
  private static boolean isHidden(FlowScan.Marked one, List<HiddenTable> tables) {
    return one.hits().stream()
        .flatMap(hit -> hit.comparison().flatMap(one.comparisons()::of).stream())
        .anyMatch(found ->
            found.values().isEmpty() && !found.stored().isEmpty()
                || FoundFlows.tableOf(found, tables).isPresent());
  }

  /** Of forms that locales differ in (Unicode CLDR); a modifier letter is in none of them. */
  private static boolean isLocal(Pick pick) {
    if (pick.form() == Form.NUMERIC && !isSameNumber(pick)) {
      return false;
    }
    boolean writing =
        pick.form() == Form.FORMAT
            || pick.form() == Form.NUMERIC
            || pick.form() == Form.WORDING
            || pick.form() == Form.ORDER;
    return writing
        || pick.alternatives().stream()
            .allMatch(a ->
                a.codePoints()
                    .allMatch(c -> c < 0x80 || isQuotation(c) || Character.isSpaceChar(c)));
  }

  /** Spelt in another way; a random number that a condition decides a part of is none. */
  private static boolean isSameNumber(Pick pick) {
    return Likeness.among(pick.alternatives()).equals(Optional.of(Form.NUMERIC));
  }

  private static boolean isQuotation(int c) {
    int type = Character.getType(c);
    return type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  /** A sign or what stands for it where only ASCII can be shown. */
  private static boolean isGlyph(Pick pick) {
    return pick.alternatives().stream()
        .allMatch(a -> a.codePoints().noneMatch(Character::isLetterOrDigit));
  }
}
