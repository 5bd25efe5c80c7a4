package dev.candor.campaign.html;

import dev.candor.campaign.detect.Options;
import java.time.Instant;
import java.util.List;

/**
 * How findings came about.
 *
 * @param asked the command that was called, in words, without what tells of the machine
 * @param engine as {@code candor 0.1.0, Java 25.0.3+9}
 * @param created when the page was made
 */
public record Origin(List<String> asked, Options options, String engine, Instant created) {
  public Origin {
    asked = List.copyOf(asked);
  }
}
