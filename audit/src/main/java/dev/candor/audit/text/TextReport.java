package dev.candor.audit.text;

import dev.candor.audit.Engine;
import dev.candor.text.odd.Examination;
import dev.candor.text.odd.TextFile;
import java.time.Instant;

/**
 * What is odd in a text file.
 *
 * @param created when, in UTC
 */
public record TextReport(Examination examination, Engine engine, Instant created) {
  public TextFile file() {
    return examination.file();
  }

  /** Whether there is something that a reader would not notice and nothing justifies. */
  public boolean isOdd() {
    return examination.findingsInAll() > 0;
  }
}
