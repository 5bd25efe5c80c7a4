package dev.candor.lab.environment;

import java.util.List;
import java.util.Optional;

/**
 * One aspect of the environment. A new factor is one class, found by {@link
 * java.util.ServiceLoader}.
 */
public interface Factor {
  /** The level that leaves something out, where a factor can be absent. */
  String NONE = "none";

  /** As reports and {@code --set} name it: {@code timezone}. */
  String name();

  /**
   * The level that is taken where none is chosen: ordinary, but found nowhere by chance, so that it
   * is recognised wherever it is sent.
   */
  String base();

  /** The factor of which this is one aspect, which can differ from the others. */
  default Optional<String> aspectOf() {
    return Optional.empty();
  }

  /** What it is and which levels it takes, in one line. */
  String meaning();

  /** What programs read of a level: the text itself, and parts and other names of it. */
  default List<String> readings(String level) {
    return List.of(level);
  }

  /** Levels that may have this among their readings; some need not be levels. */
  default List<String> having(String reading) {
    return List.of(reading);
  }

  /**
   * Puts a level into a world.
   *
   * @throws dev.candor.core.InputException if there is no such level
   */
  void furnish(Scene scene, String level);
}
