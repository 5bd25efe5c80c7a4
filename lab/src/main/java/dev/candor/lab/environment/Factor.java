package dev.candor.lab.environment;

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

  /**
   * Puts a level into a world.
   *
   * @throws dev.candor.core.InputException if there is no such level
   */
  void furnish(Scene scene, String level);
}
