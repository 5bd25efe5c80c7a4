package dev.candor.lab.inference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How long the texts are that were sent. A number that is always the length of one text says no
 * more than that text does, wherever else it stands.
 */
final class Lengths {
  private static final int NONE = -1;

  /** In JavaScript's units, in characters, in bytes. */
  private static final List<ToIntFunction<String>> MEASURES =
      List.of(
          String::length,
          text -> text.codePointCount(0, text.length()),
          text -> text.getBytes(StandardCharsets.UTF_8).length);

  /** In this part of its trials at least the text must be there. */
  private static final double PART = 0.9;

  private final List<int[]> places = new ArrayList<>();

  /** The texts of one place, each with its trials; kept where their lengths vary. */
  void add(Map<String, List<Integer>> texts, int trials) {
    if (texts.size() < 2) {
      return;
    }
    List<int[]> found = new ArrayList<>();
    for (ToIntFunction<String> measure : MEASURES) {
      int[] lengths = new int[trials];
      Arrays.fill(lengths, NONE);
      texts.forEach((text, having) -> {
        int length = measure.applyAsInt(text);
        having.forEach(trial -> lengths[trial] = length);
      });
      boolean varies = Arrays.stream(lengths).filter(one -> one != NONE).distinct().count() > 1;
      if (varies && found.stream().noneMatch(other -> Arrays.equals(other, lengths))) {
        found.add(lengths);
      }
    }
    places.addAll(found);
  }

  /** Whether a number is the length of one text, in each trial that has both. */
  boolean explain(Column column) {
    return column.kind() == Column.Kind.NUMBER
        && places.stream().anyMatch(lengths -> isLength(column, lengths));
  }

  private static boolean isLength(Column column, int[] lengths) {
    int[] trials = column.trials();
    int both = 0;
    boolean varies = false;
    int first = NONE;
    for (int trial : trials) {
      if (lengths[trial] != NONE) {
        if (!column.symbols().get(column.at()[trial]).equals(Integer.toString(lengths[trial]))) {
          return false;
        }
        first = first == NONE ? lengths[trial] : first;
        varies |= lengths[trial] != first;
        both++;
      }
    }
    return varies && both >= PART * trials.length;
  }
}
