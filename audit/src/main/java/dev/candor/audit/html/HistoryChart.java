package dev.candor.audit.html;

import dev.candor.audit.track.Entry;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryWords;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Versions from left to right in their order, each in the lane of what it shows.
 *
 * @param lanes from top to bottom
 * @param dots versions that were looked at
 * @param lines versions in a row that are the same
 * @param ticks where a month begins
 */
record HistoryChart(
    List<String> lanes, List<Dot> dots, List<Line> lines, List<Tick> ticks, int versions) {
  static final int LABEL = 190;
  static final int WIDTH = 960;
  private static final int LANE = 34;
  private static final int FOOT = 40;
  private static final int MARGIN = 12;

  /** Of months that are named, so that their names do not touch. */
  private static final int APART = 62;

  /** Characters of {@code 2026-11}. */
  private static final int MONTH = 7;

  /** After all months. */
  private static final String LATEST = "~";

  /** A version that was looked at. */
  record Dot(int x, int y, String title, String kind) {}

  /** From one version to another. */
  record Line(int from, int to, int y, String kind) {}

  /** The first version of a month. */
  record Tick(int x, String month) {}

  static HistoryChart of(History history) {
    List<Entry> entries = history.entries();
    Map<String, Integer> lanes = new LinkedHashMap<>();
    for (Stretch stretch : history.stretches()) {
      lanes.putIfAbsent(lane(stretch.look()), lanes.size());
    }
    List<Dot> dots = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    int index = 0;
    for (Stretch stretch : history.stretches()) {
      int y = y(lanes.getOrDefault(lane(stretch.look()), 0));
      lines.add(
          new Line(
              x(index, entries.size()),
              x(index + stretch.entries().size() - 1, entries.size()),
              y,
              kind(stretch.look())));
      for (Entry entry : stretch.entries()) {
        if (entry.isSeen()) {
          dots.add(
              new Dot(
                  x(index, entries.size()),
                  y,
                  HistoryWords.dated(entry) + ": " + HistoryWords.of(entry),
                  kind(stretch.look())));
        }
        index++;
      }
    }
    return new HistoryChart(
        List.copyOf(lanes.keySet()), dots, lines, ticks(entries), entries.size());
  }

  private static List<Tick> ticks(List<Entry> entries) {
    List<Tick> ticks = new ArrayList<>();
    List<String> months = months(entries);
    String before = "";
    for (int i = 0; i < months.size(); i++) {
      String month = months.get(i);
      int x = x(i, entries.size());
      boolean room = ticks.isEmpty() || x - ticks.getLast().x() >= APART;
      if (month.compareTo(before) > 0 && !month.equals(LATEST) && room && x <= WIDTH - APART) {
        ticks.add(new Tick(x, month));
        before = month;
      }
    }
    return ticks;
  }

  /** Of a version that was published again, no month is later than those of the versions after. */
  private static List<String> months(List<Entry> entries) {
    List<String> months = new ArrayList<>();
    String after = LATEST;
    for (Entry entry : entries.reversed()) {
      String month =
          entry
              .version()
              .published()
              .map(time -> HistoryWords.day(Optional.of(time)))
              .orElse(after);
      month = month.substring(0, Math.min(MONTH, month.length()));
      after = month.compareTo(after) < 0 ? month : after;
      months.add(after);
    }
    return months.reversed();
  }

  private static String lane(Optional<Look> look) {
    return look.map(one ->
            one.mechanism().map(id -> "present: " + id.substring(10)).orElse(one.state().word()))
        .orElse("not looked at");
  }

  private static String kind(Optional<Look> look) {
    return look.map(one -> one.state().word()).orElse("unknown");
  }

  int height() {
    return lanes.size() * LANE + FOOT;
  }

  static int y(int lane) {
    return MARGIN + lane * LANE + LANE / 2;
  }

  private static int x(int index, int count) {
    int room = WIDTH - LABEL - 2 * MARGIN;
    return LABEL + MARGIN + (count == 1 ? 0 : index * room / (count - 1));
  }

  /** In a sentence, for those who do not see it. */
  static String description(History history) {
    return history.stretches().stream()
        .map(stretch ->
            HistoryWords.range(
                    HistoryWords.version(stretch.first()), HistoryWords.version(stretch.last()))
                + " "
                + stretch.word())
        .collect(Collectors.joining("; "));
  }
}
