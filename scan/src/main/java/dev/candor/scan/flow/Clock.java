package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;

/**
 * Whether only the date or the time of day is taken from the text of a date: {@code new
 * Date().toTimeString().slice(0, 8)}. The zone's name stands behind them.
 */
final class Clock {
  /** {@code "12:00:00"}, as ECMA-262 has {@code toTimeString}. */
  private static final int TIME = 8;

  /** {@code "Sat Nov 21 2026 12:00:00"}, as ECMA-262 has {@code toString}; five words. */
  private static final int DATE_AND_TIME = 24;

  private Clock() {}

  static boolean only(Place place, Node.Call text) {
    String method = Readings.calledName(text);
    boolean whole = method.equals("toString");
    if (!whole && !method.equals("toTimeString")
        || !(place.code().syntax().parent(text).orElse(text) instanceof Node.Member member)
        || !(place.code().syntax().parent(member).orElse(member) instanceof Node.Call cut)
        || !cut.callee().is(member)
        || cut.arguments().isEmpty()) {
      return false;
    }
    return switch (member.property()) {
      case "slice", "substring", "substr" ->
          cut.arguments().size() == 2
              && number(cut.arguments().getFirst()) >= 0
              && isUpTo(cut, member.property(), whole ? DATE_AND_TIME : TIME);
      case "split" ->
          cut.arguments().getFirst() instanceof Node.Text separator
              && separator.value().equals(" ")
              && place.code().syntax().parent(cut).orElse(cut) instanceof Node.Index part
              && isPart(part, whole ? 5 : 1);
      default -> false;
    };
  }

  private static boolean isUpTo(Node.Call cut, String method, int end) {
    double to = number(cut.arguments().get(1));
    double last = method.equals("substr") ? number(cut.arguments().getFirst()) + to : to;
    return to >= 0 && last <= end;
  }

  private static boolean isPart(Node.Index part, int words) {
    double index = number(part.key());
    return index >= 0 && index < words;
  }

  private static double number(Node node) {
    return node instanceof Node.Digits digits ? digits.value() : -1;
  }
}
