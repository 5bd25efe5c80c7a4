package dev.candor.cli;

import dev.candor.core.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** Levels of factors, as options give them: {@code FACTOR=LEVEL}. */
final class LevelArguments {
  private LevelArguments() {}

  /**
   * Factors and levels, in the order in which they are given.
   *
   * @throws InputException if one lacks a level
   */
  static List<Map.Entry<String, String>> of(ParseResult arguments, String option) {
    String[] none = {};
    List<Map.Entry<String, String>> levels = new ArrayList<>();
    for (String level : Arrays.asList(arguments.matchedOptionValue(option, none))) {
      int equals = level.indexOf('=');
      if (equals < 1) {
        throw new InputException(
            "%1$s %2$s lacks a level. Write %1$s FACTOR=LEVEL, as timezone=Asia/Shanghai."
                .formatted(option, level));
      }
      levels.add(Map.entry(level.substring(0, equals), level.substring(equals + 1)));
    }
    return levels;
  }
}
