package dev.candor.audit.html;

import dev.candor.audit.Rendering;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.ObservedTrial;
import dev.candor.lab.inference.Signal;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which environments gave which symbol of a signal: a row for each combination of levels of its
 * factors and gates, a column for each symbol, a dot for each trial.
 *
 * @param columns the symbols, the most frequent first; those beyond a few have one together
 * @param rows in the order of their columns
 */
record Chart(List<Column> columns, List<Row> rows) {
  /** Rows of one picture, which must fit on a printed page. */
  static final int ROWS = 28;

  static final int LABEL = 360;
  static final int HEAD = 54;
  static final int ROW = 20;
  private static final int COLUMN = 132;
  private static final int DOT = 12;
  private static final int COLUMNS = 5;
  private static final int DOTS = 8;
  private static final int LONGEST_LABEL = 52;
  private static final int SHORTEST_LEVEL = 12;
  private static final int LONGEST_SYMBOL = 16;
  private static final String OTHERS = "any other";

  /**
   * A symbol.
   *
   * @param symbol as short as a heading
   * @param code its code points, or how many there are
   * @param rendering in words
   */
  record Column(String symbol, String code, String rendering) {
    /** Single characters are drawn large. */
    String symbolClass() {
      return symbol.length() > 3 ? "text" : "symbol";
    }
  }

  /**
   * Levels, and which trials with them had which symbol.
   *
   * @param levels as {@code timezone UTC}, of the factors first, then of the gates
   * @param cells one for each column
   */
  record Row(List<String> levels, List<Cell> cells) {
    String label() {
      return String.join(", ", levels);
    }

    /** Each level as short as all of them need it to be. */
    String shortLabel() {
      int each = Math.max(SHORTEST_LEVEL, LONGEST_LABEL / levels.size() - 1);
      return levels.stream()
          .map(level -> Visible.of(level, each))
          .collect(Collectors.joining(", "));
    }

    private int first() {
      int first = 0;
      while (first < cells.size() && cells.get(first).trials().isEmpty()) {
        first++;
      }
      return first;
    }
  }

  /** Trials in one row and column, by number. */
  record Cell(List<ObservedTrial> trials) {
    /** Those that are drawn; the others are counted. */
    List<ObservedTrial> dots() {
      return trials.size() <= DOTS ? trials : trials.subList(0, DOTS - 1);
    }

    int more() {
      return trials.size() - dots().size();
    }

    String numbers() {
      return trials.stream()
          .map(trial -> Integer.toString(trial.number()))
          .collect(Collectors.joining(", "));
    }
  }

  static Chart of(Signal signal, Observed observed) {
    Map<String, Long> times =
        signal.symbols().values().stream()
            .collect(Collectors.groupingBy(symbol -> symbol, TreeMap::new, Collectors.counting()));
    List<String> symbols =
        times.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    int named = symbols.size() <= COLUMNS ? symbols.size() : COLUMNS - 1;
    List<Column> columns = new ArrayList<>();
    symbols.subList(0, named).forEach(symbol -> columns.add(column(symbol)));
    if (named < symbols.size()) {
      columns.add(new Column(OTHERS, (symbols.size() - named) + " symbols", OTHERS + " symbol"));
    }
    Map<List<String>, List<List<ObservedTrial>>> rows = new LinkedHashMap<>();
    for (ObservedTrial trial : observed.trials()) {
      String symbol = signal.symbols().get(trial.number());
      if (symbol != null) {
        rows.computeIfAbsent(levels(signal, trial), _ -> cells(columns.size()))
            .get(Math.min(symbols.indexOf(symbol), columns.size() - 1))
            .add(trial);
      }
    }
    List<Row> sorted = new ArrayList<>();
    rows.forEach(
        (levels, cells) -> sorted.add(new Row(levels, cells.stream().map(Cell::new).toList())));
    sorted.sort(Comparator.comparingInt(Row::first));
    return new Chart(List.copyOf(columns), List.copyOf(sorted));
  }

  private static List<List<ObservedTrial>> cells(int columns) {
    List<List<ObservedTrial>> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      cells.add(new ArrayList<>());
    }
    return cells;
  }

  private static Column column(String symbol) {
    List<Piece> pieces = Piece.ofSymbol(symbol);
    String code =
        pieces.size() == 1 && pieces.getFirst().isNamed()
            ? pieces.getFirst().name().split(" ")[0]
            : symbol.isEmpty() ? "nothing" : symbol.length() + " characters";
    return new Column(Visible.of(symbol, LONGEST_SYMBOL), code, Rendering.of(symbol));
  }

  private static List<String> levels(Signal signal, ObservedTrial trial) {
    SortedMap<String, String> levels = trial.of(signal.all());
    return Stream.concat(signal.factors().stream(), signal.gates().keySet().stream())
        .map(factor -> factor + " " + level(levels.getOrDefault(factor, "")))
        .toList();
  }

  private static String level(String level) {
    return level.isEmpty() ? "(none)" : level;
  }

  /** The same in pictures that fit on a page each. */
  List<Chart> pages() {
    List<Chart> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += ROWS) {
      pages.add(new Chart(columns, rows.subList(from, Math.min(rows.size(), from + ROWS))));
    }
    return pages;
  }

  int width() {
    return LABEL + columns.size() * COLUMN;
  }

  int height() {
    return HEAD + rows.size() * ROW + DOT;
  }

  /** The left edge of a column. */
  int x(int column) {
    return LABEL + column * COLUMN;
  }

  /** The middle of a dot. */
  int x(int column, int dot) {
    return x(column) + DOT + dot * DOT;
  }

  /** The middle of a row. */
  int y(int row) {
    return HEAD + row * ROW + ROW / 2;
  }

  /** In a sentence, for those who do not see it. */
  String description() {
    return rows.stream()
        .map(row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) {
            int trials = row.cells().get(i).trials().size();
            if (trials > 0) {
              cells.add(columns.get(i).rendering() + " in " + trials);
            }
          }
          return row.label() + ": " + String.join(", ", cells);
        })
        .collect(Collectors.joining("; "));
  }
}
