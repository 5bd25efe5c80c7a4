package dev.candor.specimens.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Examples of levels for a label. */
final class Levels {
  static final List<String> PLAIN_HOSTS = List.of("127.0.0.1", "api.example.test");

  private Levels() {}

  /** The first, the middle and the last value, each changed. */
  static List<String> some(List<String> values, UnaryOperator<String> change) {
    List<String> some = new ArrayList<>();
    for (int i : new int[] {0, values.size() / 2, values.size() - 1}) {
      String level = change.apply(values.get(i));
      if (!some.contains(level)) {
        some.add(level);
      }
    }
    return some;
  }

  static List<String> some(List<String> values) {
    return some(values, value -> value);
  }
}
