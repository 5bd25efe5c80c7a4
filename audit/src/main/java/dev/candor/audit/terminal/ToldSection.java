package dev.candor.audit.terminal;

import dev.candor.audit.FlowWords;
import dev.candor.audit.SignalWords;
import dev.candor.audit.compare.Cell;
import dev.candor.audit.compare.PlaceWords;
import dev.candor.audit.compare.Row;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.SideBySide.Dependence;
import dev.candor.audit.compare.SideBySide.Telling;
import dev.candor.audit.compare.Told;
import dev.candor.audit.compare.Unopen;
import dev.candor.audit.compare.UnreadableBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of what tools tell: what is not open first, then facts, then unreadable bodies. */
final class ToldSection {
  private static final String NOT_SEEN = "—";
  private static final String NOT_TRIED = "not tried";

  private final Page page;
  private final SideBySide all;
  private final List<String> names;
  private final boolean everything;
  private final List<Line> lines = new ArrayList<>();
  private final Grid grid;

  /** A row of the table with the title of its group. */
  private record Line(String group, String label, List<Grid.Part> parts) {}

  ToldSection(Page page, SideBySide all, List<String> names, boolean everything) {
    this.page = page;
    this.all = all;
    this.names = names;
    this.everything = everything;
    all.unopen().forEach(this::unopen);
    all.facts().stream().filter(this::isShown).forEach(this::fact);
    all.unreadable().stream().filter(row -> isShown(row, ToldSection::words)).forEach(this::bodies);
    this.grid =
        Grid.of(
            page,
            Stream.concat(Stream.of("verdict"), lines.stream().map(Line::label)).toList(),
            names.size());
  }

  void write() {
    for (List<Integer> block : grid.blocks()) {
      page.blank();
      head(block);
      String group = "";
      for (Line line : lines) {
        if (!line.group().equals(group)) {
          group = line.group();
          page.heading(
              line.parts().getFirst().paint() == Paint.ALARM ? Paint.ALARM : Paint.BOLD, group);
        }
        grid.row(block, line.label(), line.parts());
      }
    }
    page.blank();
    folded();
    legend();
    if (everything) {
      places();
    }
  }

  private void head(List<Integer> block) {
    grid.row(block, "", names.stream().map(name -> Grid.Part.of(name, Paint.BOLD)).toList());
    grid.row(
        block,
        "verdict",
        all.columns().stream()
            .map(column -> column.heading().verdict())
            .map(verdict -> Grid.Part.of(verdict.word(), TerminalSideBySide.paint(verdict)))
            .toList());
  }

  private boolean isShown(Row<Telling, Told> row) {
    return isShown(row, PlaceWords::of);
  }

  private <K, T> boolean isShown(Row<K, T> row, Function<T, String> words) {
    return everything || names.size() == 1 || !row.alike(words);
  }

  private void unopen(Row<Dependence, Unopen> row) {
    Paint paint = row.key().form().isUnnoticed() ? Paint.ALARM : Paint.DOUBT;
    lines.add(
        new Line(
            row.key().form().isUnnoticed()
                ? "Signals that a reader does not notice"
                : "Values that depend on the environment, and nobody can read",
            FlowWords.listed(row.key().factors()),
            parts(row, ToldSection::words, paint)));
  }

  private void fact(Row<Telling, Told> row) {
    lines.add(
        new Line(
            row.key().toEndpoint() ? "Told to the endpoint" : "Told to others",
            row.key().fact(),
            parts(row, PlaceWords::of, Paint.PLAIN)));
  }

  private void bodies(Row<String, UnreadableBody> row) {
    lines.add(
        new Line(
            "Bodies that nobody can read", row.key(), parts(row, ToldSection::words, Paint.PLAIN)));
  }

  private static String words(Unopen signal) {
    String gates =
        signal.gates().entrySet().stream()
            .map(gate ->
                "; not with %s %s".formatted(gate.getKey(), String.join(", ", gate.getValue())))
            .collect(Collectors.joining());
    return "%s, %s: %s, %s%s"
        .formatted(
            signal.form().word(),
            SignalWords.bits(signal.bits()),
            signal.request(),
            signal.where(),
            gates);
  }

  private static String words(UnreadableBody body) {
    return "%s to %s: %s".formatted(body.request(), body.destination(), body.why());
  }

  private static <K, T> List<Grid.Part> parts(
      Row<K, T> row, Function<T, String> words, Paint paint) {
    return row.cells().stream()
        .map(cell ->
            switch (cell) {
              case Cell.Seen<T>(var what) ->
                  new Grid.Part(what.stream().map(words).distinct().toList(), paint);
              case Cell.NotSeen<T> _ -> Grid.Part.of(NOT_SEEN, Paint.DIM);
              case Cell.NotTried<T> _ -> Grid.Part.of(NOT_TRIED, Paint.DIM);
            })
        .toList();
  }

  private void folded() {
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
    if (!parts.isEmpty()) {
      page.text("Told alike by all: " + String.join("; ", parts) + ". --all shows where.");
    }
  }

  private void legend() {
    legend(NOT_SEEN, NOT_SEEN + ": looked for and not seen.");
    legend(NOT_TRIED, NOT_TRIED + ": no trial could have shown it.");
    legend(
        " only)",
        "(\"…\" only): only this value was seen there, which is not that of the base; it may stand"
            + " there anyway.");
  }

  private void legend(String mark, String text) {
    boolean there =
        lines.stream()
            .flatMap(line -> line.parts().stream())
            .flatMap(part -> part.texts().stream())
            .anyMatch(shown -> shown.endsWith(mark));
    if (there) {
      page.text(text);
    }
  }

  private void places() {
    Map<String, List<String>> tellers = new LinkedHashMap<>();
    for (Row<Telling, Told> row : all.facts()) {
      for (int i = 0; i < names.size(); i++) {
        for (Told told : row.cells().get(i).seen()) {
          tellers
              .computeIfAbsent(VersionsSection.place(told), _ -> new ArrayList<>())
              .add(names.get(i));
        }
      }
    }
    page.list(
        "Where it is told",
        tellers.entrySet().stream()
            .map(one -> one.getKey() + " (" + String.join(", ", one.getValue()) + ")")
            .toList());
  }
}
