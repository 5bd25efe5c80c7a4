package dev.candor.audit.decoding;

import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Truths;
import java.util.List;
import java.util.Optional;

/**
 * What one mark says.
 *
 * @param doubt why the symbol may be there for an innocent reason; empty where none is known
 */
public record Said(Mark mark, String symbol, Optional<String> doubt) {
  /** Whether it is another symbol than where no condition holds. */
  public boolean marked() {
    return !symbol.equals(mark.unmarked());
  }

  /** The ways in which the conditions can be. */
  public List<Truths> meaning() {
    return mark.meaning(symbol);
  }
}
