package dev.candor.scan.syntax;

/** Values of numeric literals. */
final class Numbers {
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
}
