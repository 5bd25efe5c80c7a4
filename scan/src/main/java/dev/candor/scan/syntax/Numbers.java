package dev.candor.scan.syntax;

/** Numbers as literals write them. */
public final class Numbers {
  private Numbers() {}

  /** Not a number where the token cannot be read as one. */
  static double value(Tokens tokens, int token) {
    long whole = Literals.number(tokens, token);
    if (whole >= 0) {
      return whole;
    }
    try {
      return Double.parseDouble(tokens.source(token).replace("_", ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Whether it has no fraction, and no more digits than a double holds. */
  public static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15;
  }

  /** As ECMA-262, 6.1.6.1.20, has it for whole numbers; others as Java does. */
  public static String spelt(double number) {
    return isWhole(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
