package dev.candor.lab.inference;

import dev.candor.lab.environment.Environment;
import dev.candor.wire.Exchange;
import java.util.List;

/**
 * What one trial showed.
 *
 * @param trial its number, as reports name it
 * @param exchanges in the order in which requests were complete
 */
public record Traffic(int trial, Environment environment, List<Exchange> exchanges) {
  public Traffic {
    exchanges = List.copyOf(exchanges);
  }
}
