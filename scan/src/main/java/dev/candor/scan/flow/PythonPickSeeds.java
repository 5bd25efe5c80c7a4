package dev.candor.scan.flow;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;

/** Where a module of Python may pick between look-alikes. */
final class PythonPickSeeds extends PickSeeds {
  private static final int NEAR = 14;
  private static final int APART = 40;
  private static final int LONGEST_CHOICE = 80;

  private PythonPickSeeds(Tokens tokens) {
    super(tokens);
  }

  static PickSeeds of(Tokens tokens) {
    PickSeeds seeds = new PythonPickSeeds(tokens);
    seeds.collect();
    return seeds;
  }

  @Override
  void word(int t) {
    if (tokens.kind(t + 1) == '(' && (tokens.kind(t - 1) == '.' ? mayChange(t) : mayMake(t))) {
      changes.add(t);
    }
  }

  @Override
  boolean mayChange(int t) {
    if (tokens.is(t, "replace") || tokens.is(t, "sub")) {
      return tokens.kind(t + 2) == Tokens.STRING
          && tokens.kind(t + 3) == ','
          && tokens.kind(t + 4) == Tokens.STRING
          && (tokens.kind(t + 5) == ')' || tokens.kind(t + 5) == ',')
          && Replacements.mayPick(
              "/" + Literals.string(tokens, t + 2) + "/", Literals.string(tokens, t + 4));
    }
    if (tokens.is(t, "join")) {
      int close = tokens.partner(t + 1);
      return tokens.kind(t - 2) == Tokens.STRING
          && tokens.kind(close - 1) == ')'
          && tokens.kind(close - 2) == Tokens.STRING
          && tokens.is(close - 4, "split");
    }
    return (tokens.is(t, "upper") || tokens.is(t, "lower")) && isConditional(t);
  }

  private boolean isConditional(int t) {
    if (tokens.is(t + 3, "if")) {
      return true;
    }
    for (int i = t - 1; i > t - NEAR; i--) {
      if (tokens.kind(i) == '=' || tokens.is(i, "else") || tokens.is(i, "return")) {
        return true;
      }
    }
    return false;
  }

  /** {@code chr} of a number that is picked, {@code re.sub} of a separator. */
  private boolean mayMake(int t) {
    if (!tokens.is(t, "chr")) {
      return false;
    }
    int close = Math.min(tokens.partner(t + 1), t + LONGEST_CHOICE);
    for (int i = t + 2; i < close; i++) {
      byte kind = tokens.kind(i);
      if (tokens.is(i, "if")
          || kind == '[' && tokens.kind(i + 1) == Tokens.NUMBER
          || (kind == '&' || kind == '*' || kind == '+') && tokens.kind(t + 2) == Tokens.NUMBER) {
        return true;
      }
    }
    return false;
  }

  @Override
  int role(int t) {
    if (tokens.is(t + 1, "if")) {
      return BRANCH;
    }
    int around = tokens.around(t);
    return switch (tokens.kind(t - 1)) {
      case '=', Tokens.UPDATE -> BRANCH;
      case ':' ->
          tokens.is(t - 2, "lambda")
              ? BRANCH
              : around >= 0 && tokens.kind(around) == '{' ? FIELD : NO_PICK;
      case '[', '(' -> tokens.kind(t + 1) == ',' && isDisplay(t - 1) ? ELEMENT : NO_PICK;
      case ',' -> around >= 0 && isDisplay(around) ? ELEMENT : NO_PICK;
      case Tokens.WORD ->
          tokens.is(t - 1, "return")
                  || tokens.is(t - 1, "else")
                  || tokens.is(t - 1, "and")
                  || tokens.is(t - 1, "or")
              ? BRANCH
              : NO_PICK;
      default -> NO_PICK;
    };
  }

  /** A list or a tuple, not the arguments of a call. */
  private boolean isDisplay(int open) {
    byte kind = tokens.kind(open);
    byte before = tokens.kind(open - 1);
    boolean operand = before == Tokens.WORD || before == ')' || before == ']';
    return kind == '['
        || kind == '(' && (!operand || tokens.is(open - 1, "in") || tokens.is(open - 1, "return"));
  }

  @Override
  boolean isIndexed(int t) {
    int close = tokens.partner(tokens.around(t));
    return super.isIndexed(t)
        || close > 0 && tokens.kind(close + 1) == '.' && tokens.is(close + 2, "get");
  }

  @Override
  boolean maySwap(int before, int t) {
    boolean choice = tokens.is(before + 1, "if") && tokens.is(t - 1, "else");
    boolean returned = tokens.is(t - 1, "return") || tokens.is(before - 1, "return");
    return choice || returned || role(t) != BRANCH && isIndexed(t);
  }

  @Override
  void opening(int t) {
    int close = tokens.partner(t);
    if (close < 0 || close - t > 4_000 || !tokens.is(close + 1, "if")) {
      return;
    }
    for (int i = close + 2; i < close + LONGEST_CHOICE && i < tokens.count(); i++) {
      if (tokens.is(i, "else")) {
        if (tokens.kind(i + 1) == tokens.kind(t) && members(t) == members(i + 1)) {
          choices.add(t);
        }
        return;
      }
      if (Tokens.opens(tokens.kind(i)) && tokens.partner(i) > i) {
        i = tokens.partner(i);
      }
    }
  }

  /** Conditions are statements more often than in minified JavaScript. */
  @Override
  int next() {
    return APART;
  }

  @Override
  int contentStart(int t) {
    int opening = Literals.opening(tokens, t);
    return opening + Literals.quotes(tokens, t, opening);
  }

  @Override
  int contentEnd(int t) {
    return tokens.end(t) - Literals.quotes(tokens, t, Literals.opening(tokens, t));
  }
}
