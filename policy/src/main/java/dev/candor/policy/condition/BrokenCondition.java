package dev.candor.policy.condition;

/** An expression that is none. */
public final class BrokenCondition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  BrokenCondition(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** Within the expression, counted from 1. */
  public int line() {
    return line;
  }

  /** Counted from 1. */
  public int column() {
    return column;
  }
}
