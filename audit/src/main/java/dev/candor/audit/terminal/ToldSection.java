package dev.candor.audit.terminal;

import dev.candor.audit.FlowWords;
import dev.candor.audit.SignalWords;
import dev.candor.audit.Verdict;
import dev.candor.audit.compare.Cell;
import dev.candor.audit.compare.Place;
import dev.candor.audit.compare.PlaceWords;
import dev.candor.audit.compare.Row;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.SideBySide.Dependence;
import dev.candor.audit.compare.SideBySide.Telling;
import dev.candor.audit.compare.Told;
import dev.candor.audit.compare.Unopen;
import dev.candor.audit.compare.UnreadableBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of what tools tell: what is not open first, then facts, then unreadable bodies. */
final class ToldSection {
  private static final String NOT_SEEN = "—";
  private static final String NOT_TRIED = "not tried";
  private static final String OTHERS = "Told to others";

  private final Page page;
  private final SideBySide all;
  private final List<String> names;
  private final boolean everything;
  private final List<Line> lines = new ArrayList<>();

  /** A row of the table with the title of its group. */
  private record Line(Paint paint, String group, String label, List<Grid.Part> parts) {}

  /**
   * @param names of the tools
   * @param everything whether rows are shown that are alike, and each place
   */
  ToldSection(Page page, SideBySide all, List<String> names, boolean everything) {
    this.page = page;
    this.all = all;
    this.names = names;
    this.everything = everything;
    all.unopen().forEach(this::unopen);
    facts(true);
    hosts();
    facts(false);
    all.unreadable().stream().filter(this::differs).forEach(this::bodies);
  }

  void write() {
    List<String> labels =
        Stream.concat(Stream.of("verdict"), lines.stream().map(Line::label)).toList();
    Grid grid = Grid.of(page, labels, names.size());
    for (List<Integer> block : grid.blocks()) {
      page.blank();
      head(grid, block);
      String group = "";
      for (Line line : lines) {
        if (!line.group().equals(group)) {
          group = line.group();
          page.heading(line.paint(), group);
        }
        grid.row(block, line.label(), line.parts());
      }
    }
    List<String> below = Stream.concat(folded().stream(), legend()).toList();
    if (!below.isEmpty()) {
      page.blank();
      below.forEach(page::text);
    }
    if (everything) {
      page.list("Where it is told", places());
    }
  }

  private void head(Grid grid, List<Integer> block) {
    grid.row(block, "", parts(i -> new Grid.Part(nameAndVersion(names.get(i)), Paint.BOLD)));
    grid.row(
        block,
        "verdict",
        parts(i -> {
          Verdict verdict = all.columns().get(i).heading().verdict();
          return Grid.Part.of(verdict.word(), TerminalSideBySide.paint(verdict));
        }));
    grid.row(
        block,
        "trials",
        parts(i ->
            Grid.Part.of(Integer.toString(all.columns().get(i).heading().trials()), Paint.PLAIN)));
  }

  private static List<String> nameAndVersion(String name) {
    int at = name.lastIndexOf('@');
    return at < 0 ? List.of(name) : List.of(name.substring(0, at), name.substring(at + 1));
  }

  private List<Grid.Part> parts(IntFunction<Grid.Part> part) {
    return IntStream.range(0, names.size()).mapToObj(part).toList();
  }

  private boolean isShown(Row<Telling, Told> row) {
    return everything || names.size() == 1 || !row.alike(PlaceWords::of);
  }

  private boolean differs(Row<String, UnreadableBody> row) {
    return everything || names.size() == 1 || !row.alike(ToldSection::hosts);
  }

  private void unopen(Row<Dependence, Unopen> row) {
    boolean unnoticed = row.key().form().isUnnoticed();
    Paint paint = unnoticed ? Paint.ALARM : Paint.DOUBT;
    lines.add(
        new Line(
            paint,
            unnoticed
                ? "Signals that a reader does not notice"
                : "Values that depend on the environment, and nobody can read",
            FlowWords.listed(row.key().factors()),
            parts(row, this::signals, paint)));
  }

  private void facts(boolean toEndpoint) {
    all.facts().stream()
        .filter(row -> row.key().toEndpoint() == toEndpoint)
        .filter(this::isShown)
        .forEach(this::fact);
  }

  /** Who else is told something. */
  private void hosts() {
    List<List<String>> hosts =
        all.columns().stream()
            .map(column ->
                column.told().stream()
                    .map(Told::place)
                    .filter(place -> !place.isEndpoint())
                    .map(Place::destination)
                    .distinct()
                    .toList())
            .toList();
    boolean none = hosts.stream().allMatch(List::isEmpty);
    boolean alike = hosts.stream().map(Set::copyOf).distinct().count() == 1;
    if (!none && (everything || !alike)) {
      lines.add(
          new Line(
              Paint.BOLD,
              OTHERS,
              "to",
              parts(i ->
                  hosts.get(i).isEmpty()
                      ? Grid.Part.of(NOT_SEEN, Paint.DIM)
                      : new Grid.Part(hosts.get(i), Paint.PLAIN))));
    }
  }

  private void fact(Row<Telling, Told> row) {
    lines.add(
        new Line(
            Paint.BOLD,
            row.key().toEndpoint() ? "Told to the endpoint" : OTHERS,
            row.key().fact(),
            parts(row, PlaceWords::of, Paint.PLAIN)));
  }

  private void bodies(Row<String, UnreadableBody> row) {
    lines.add(
        new Line(
            Paint.BOLD,
            "Bodies that nobody can read",
            "to",
            parts(row, ToldSection::hosts, Paint.PLAIN)));
  }

  private List<String> signals(List<Unopen> signals) {
    return signals.stream()
        .map(one ->
            "%s, %s: %s, %s%s"
                .formatted(
                    one.form().word(),
                    SignalWords.bits(one.bits()),
                    one.request(),
                    one.where(),
                    gates(one)))
        .distinct()
        .toList();
  }

  private String gates(Unopen signal) {
    return signal.gates().entrySet().stream()
        .map(gate -> "; not with " + gate.getKey() + " " + some(gate.getValue()))
        .collect(Collectors.joining());
  }

  private String some(SortedSet<String> levels) {
    return everything || levels.size() == 1
        ? String.join(", ", levels)
        : "%s and %d more".formatted(levels.first(), levels.size() - 1);
  }

  private static List<String> hosts(List<UnreadableBody> bodies) {
    return bodies.stream().map(UnreadableBody::destination).distinct().toList();
  }

  private static <K, T> List<Grid.Part> parts(
      Row<K, T> row, Function<List<T>, ? extends Collection<String>> words, Paint paint) {
    return row.cells().stream()
        .map(cell ->
            switch (cell) {
              case Cell.Seen<T>(var what) -> new Grid.Part(List.copyOf(words.apply(what)), paint);
              case Cell.NotSeen<T> _ -> Grid.Part.of(NOT_SEEN, Paint.DIM);
              case Cell.NotTried<T> _ -> Grid.Part.of(NOT_TRIED, Paint.DIM);
            })
        .toList();
  }

  private Optional<String> folded() {
    Map<Boolean, List<String>> alike =
        all.facts().stream()
            .filter(row -> !isShown(row))
            .map(Row::key)
            .collect(
                Collectors.groupingBy(
                    Telling::toEndpoint,
                    LinkedHashMap::new,
                    Collectors.mapping(Telling::fact, Collectors.toList())));
    List<String> parts = new ArrayList<>();
    alike.forEach((endpoint, facts) ->
        parts.add(String.join(", ", facts) + (endpoint ? " to the endpoint" : " to others")));
    all.unreadable().stream()
        .filter(row -> !differs(row))
        .forEach(row -> parts.add("bodies that nobody can read"));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("Told alike by all: " + String.join("; ", parts) + ". --all shows where.");
  }

  /** What stands for something, as far as it is there. */
  private Stream<String> legend() {
    return Stream.of(
            Map.entry(NOT_SEEN, NOT_SEEN + ": looked for and not seen."),
            Map.entry(NOT_TRIED, NOT_TRIED + ": no trial could have shown it."),
            Map.entry(
                PlaceWords.ONLY,
                "(\"…\" only): not what most trials had as this fact, but another value, which may"
                    + " stand there anyway."))
        .filter(mark -> isThere(mark.getKey()))
        .map(Map.Entry::getValue);
  }

  private boolean isThere(String mark) {
    return lines.stream()
        .flatMap(line -> line.parts().stream())
        .flatMap(part -> part.texts().stream())
        .anyMatch(shown -> shown.endsWith(mark));
  }

  /** Each place with who tells it. */
  private List<String> places() {
    Map<String, List<String>> tellers = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (Row<Telling, Told> row : all.facts()) {
        for (Told told : row.cells().get(i).seen()) {
          tellers
              .computeIfAbsent(VersionsSection.place(told), _ -> new ArrayList<>())
              .add(names.get(i));
        }
      }
      for (UnreadableBody body : all.columns().get(i).unreadable()) {
        tellers
            .computeIfAbsent(VersionsSection.body(body), _ -> new ArrayList<>())
            .add(names.get(i));
      }
    }
    return tellers.entrySet().stream()
        .map(one -> one.getKey() + " (" + String.join(", ", one.getValue()) + ")")
        .toList();
  }
}
