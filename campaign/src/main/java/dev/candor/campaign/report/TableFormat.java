package dev.candor.campaign.report;

import dev.candor.core.InputException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** A way to write tables; found by {@link ServiceLoader}. */
public interface TableFormat {
  /** As a user writes it, and the ending of the files. */
  String name();

  /**
   * Writes a file.
   *
   * @param file which does not exist yet
   */
  void write(Table table, Path file);

  /** All there are, by name. */
  static List<TableFormat> all() {
    return ServiceLoader.load(TableFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(TableFormat::name))
        .toList();
  }

  /**
   * The one of that name.
   *
   * @throws InputException if there is none
   */
  static TableFormat named(String name) {
    return all().stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InputException(
                "There is no such format of tables. Write --tables with one of: %s."
                    .formatted(String.join(", ", all().stream().map(TableFormat::name).toList()))));
  }
}
