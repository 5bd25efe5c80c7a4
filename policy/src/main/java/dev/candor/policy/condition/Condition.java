package dev.candor.policy.condition;

import dev.candor.policy.Facts;
import dev.candor.policy.Truth;
import java.time.Instant;

/**
 * What a rule asks for beyond lists, in the Common Expression Language.
 *
 * @see <a href="https://github.com/google/cel-spec">the language</a>
 */
public final class Condition {
  /** Characters of an expression. */
  public static final int LONGEST = 2_000;

  private final String text;
  private final CelProgram program;

  private Condition(String text, CelProgram program) {
    this.text = text;
    this.program = program;
  }

  /**
   * @throws BrokenCondition if it is none, or no yes or no
   */
  public static Condition parse(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new BrokenCondition(1, 1, "it has not 1 to " + LONGEST + " characters");
    }
    return new Condition(text, CelProgram.compile(text));
  }

  /** Whether it holds; unknown where it needs what nobody knows, or cannot be worked out. */
  public Truth holds(Facts facts, Instant at) {
    return program.evaluate(facts, at);
  }

  @Override
  public String toString() {
    return text;
  }
}
