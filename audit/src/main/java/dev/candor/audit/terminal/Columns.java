package dev.candor.audit.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lays short texts out in columns, read row by row, as the artifact stores them. */
final class Columns {
  private static final int GAP = 2;
  private static final int MOST = 4;

  private Columns() {}

  /** The lines; a text wider than {@code width} is broken over several lines. */
  static List<String> of(List<String> texts, int width) {
    int widest = texts.stream().mapToInt(Cells::of).max().orElse(0);
    int count = Math.clamp((width + GAP) / (widest + GAP), 1, MOST);
    return count == 1 ? oneColumn(texts, width) : rows(texts, count, widest + GAP);
  }

  private static List<String> oneColumn(List<String> texts, int width) {
    return texts.stream().flatMap(text -> Wrap.words(text, width).stream()).toList();
  }

  private static List<String> rows(List<String> texts, int count, int step) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < texts.size(); start += count) {
      StringBuilder line = new StringBuilder();
      for (String text : texts.subList(start, Math.min(start + count, texts.size()))) {
        line.append(text).append(" ".repeat(Math.max(1, step - Cells.of(text))));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
