package dev.candor.audit.html;

import dev.candor.audit.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts by destination: in each cell how a fact was sent there.
 *
 * @param destinations the columns
 * @param factors the rows
 */
record Matrix(List<Destination> destinations, List<String> factors) {
  /** Columns that fit on a page side by side. */
  private static final int COLUMNS = 4;

  /** As many as the destinations need; none where nothing was told. */
  static List<Matrix> of(List<Destination> destinations) {
    List<Destination> told = destinations.stream().filter(one -> !one.told().isEmpty()).toList();
    List<Matrix> all = new ArrayList<>();
    for (int from = 0; from < told.size(); from += COLUMNS) {
      List<Destination> columns = told.subList(from, Math.min(told.size(), from + COLUMNS));
      List<String> factors =
          columns.stream()
              .flatMap(one -> one.told().stream())
              .map(Destination.Told::factor)
              .distinct()
              .toList();
      all.add(new Matrix(columns, factors));
    }
    return all;
  }

  /** As {@code plain, base64}; empty where it was not sent there. */
  Optional<String> cell(String factor, Destination destination) {
    return destination.told().stream()
        .filter(told -> told.factor().equals(factor))
        .findFirst()
        .map(Destination.Told::renderings);
  }
}
