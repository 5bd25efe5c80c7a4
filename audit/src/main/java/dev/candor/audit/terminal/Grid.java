package dev.candor.audit.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table with a column for each of several things. Those that do not fit stand in further blocks
 * below, as equal as can be.
 *
 * @param label width of the first column
 * @param width of each other
 * @param blocks which columns stand beside each other, counted from 0
 */
record Grid(Page page, int label, int width, List<List<Integer>> blocks) {
  private static final int GAP = 2;

  /** Two of the names and versions of tools that there are in ten are longer. */
  private static final int NARROWEST = 18;

  /** Wider ones are further from their label than an eye goes. */
  private static final int WIDEST = 44;

  private static final int LONGEST_LABEL = 18;

  /**
   * Part of a row.
   *
   * @param texts each on lines of its own
   */
  record Part(List<String> texts, Paint paint) {
    static Part of(String text, Paint paint) {
      return new Part(List.of(text), paint);
    }
  }

  /**
   * @param labels of all rows
   * @param columns how many, at least one
   */
  static Grid of(Page page, List<String> labels, int columns) {
    int label = Math.min(LONGEST_LABEL, labels.stream().mapToInt(Cells::of).max().orElse(1));
    int room = page.width() - GAP - label;
    int beside = Math.clamp(room / (NARROWEST + GAP), 1, columns);
    int blocks = (columns + beside - 1) / beside;
    int each = (columns + blocks - 1) / blocks;
    int width = Math.min(WIDEST, room / each - GAP);
    return new Grid(
        page,
        label,
        width,
        IntStream.range(0, blocks)
            .mapToObj(block ->
                IntStream.range(block * each, Math.min(columns, (block + 1) * each))
                    .boxed()
                    .toList())
            .toList());
  }

  /**
   * One row of a block.
   *
   * @param parts of all columns; those of the block are shown
   */
  void row(List<Integer> block, String name, List<Part> parts) {
    List<Part> shown = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    shown.add(Part.of(name, Paint.DIM));
    widths.add(label);
    for (int column : block) {
      shown.add(parts.get(column));
      widths.add(width);
    }
    page.row(shown, widths);
  }
}
