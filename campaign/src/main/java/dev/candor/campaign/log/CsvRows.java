package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of CSV, by the names in its first line. */
final class CsvRows implements RowReader {
  private final List<Optional<Column>> places = new ArrayList<>();
  private final EnumSet<Column> columns = EnumSet.noneOf(Column.class);

  /**
   * @param file for messages
   * @throws InputException if the first line does not name columns, or one twice
   */
  CsvRows(String file, String header) {
    List<String> names;
    try {
      names = CsvLine.values(header);
    } catch (BadRow e) {
      throw new InputException(
          "The first line of %s is no CSV: %s. It names the columns, separated by commas."
              .formatted(file, e.reason()));
    }
    for (String name : names) {
      Optional<Column> column = Column.named(name.strip());
      if (column.isPresent() && !columns.add(column.get())) {
        throw new InputException(
            "%s has two columns named %s. Rename one of them."
                .formatted(file, column.get().label()));
      }
      places.add(column);
    }
  }

  @Override
  public void read(String line, Map<Column, String> row) throws BadRow {
    List<String> values = CsvLine.values(line);
    if (values.size() != places.size()) {
      throw new BadRow(
          values.size() < places.size() ? "fewer values than columns" : "more values than columns");
    }
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      places.get(i).ifPresent(column -> row.put(column, value));
    }
  }

  @Override
  public Set<Column> columns() {
    return columns;
  }
}
