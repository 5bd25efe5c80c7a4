package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Cuts a text that varies into the spans that vary: lines first, then what the environment explains
 * is taken out, then tokens.
 */
final class TextColumns {
  private static final int MOST_LINES = 400;
  private static final int MOST_TOKENS = 400;

  /** Texts with less in common than half are not versions of one. */
  private static final double KEPT = 0.5;

  /** Shorter ones can have little in common and still be the same but for a span. */
  private static final int LONG = 20;

  private final Places places;

  TextColumns(Places places) {
    this.places = places;
  }

  void collect(Carrier carrier, Map<Integer, String> values) {
    SequencedMap<String, List<Integer>> groups = Groups.of(values);
    places.measure(groups);
    versions(carrier, groups);
  }

  private void versions(Carrier carrier, SequencedMap<String, List<Integer>> groups) {
    if (groups.size() < 2) {
      return;
    }
    Tokens numbers = new Tokens();
    List<String> base = Tokens.lines(groups.firstEntry().getKey());
    int[] numbered = numbers.numbered(base);
    Map<List<Integer>, List<Diff.Edit>> edits = new LinkedHashMap<>();
    Map<List<Integer>, List<String>> lines = new LinkedHashMap<>();
    SequencedMap<String, List<Integer>> far = new LinkedHashMap<>();
    SequencedMap<String, List<Integer>> near = new LinkedHashMap<>();
    groups.forEach((text, trials) -> {
      List<String> mine = Tokens.lines(text);
      List<Diff.Edit> found = Diff.between(numbered, numbers.numbered(mine), MOST_LINES);
      if (base.size() >= LONG && Ranges.kept(base.size(), found) < KEPT) {
        far.put(text, trials);
      } else {
        near.put(text, trials);
        edits.put(trials, found);
        lines.put(trials, mine);
      }
    });
    if (!far.isEmpty()) {
      variants(carrier, near, far);
      versions(carrier, near);
      versions(carrier, far);
      return;
    }
    for (int[] range : Ranges.union(List.copyOf(edits.values()))) {
      Map<Integer, String> block = new TreeMap<>();
      edits.forEach((trials, found) -> {
        int[] mine = Ranges.mapped(range, found);
        String text =
            String.join("", lines.getOrDefault(trials, List.of()).subList(mine[0], mine[1]));
        Groups.put(trials, text, block);
      });
      block(carrier, block);
    }
  }

  private void variants(
      Carrier carrier, Map<String, List<Integer>> near, Map<String, List<Integer>> far) {
    Map<Integer, String> both = new TreeMap<>();
    near.values().forEach(trials -> Groups.put(trials, "usual text", both));
    far.values().forEach(trials -> Groups.put(trials, "another text", both));
    places.add(carrier, Column.Kind.VARIANT, both);
  }

  /** A few lines: what is explained goes, the rest is cut. */
  private void block(Carrier carrier, Map<Integer, String> values) {
    SequencedMap<String, List<Integer>> groups = Groups.of(values);
    if (groups.size() < 2) {
      return;
    }
    Map<String, List<int[]>> varies = varying(groups);
    Map<Integer, String> plain = explained(groups, varies, true);
    if (!plain.values().stream().allMatch(text -> text.contains(Facts.OPEN + "locale|day"))) {
      plain = explained(groups, varies, false);
    }
    Groups.of(plain).keySet().forEach(text -> places.explain(carrier, text));
    Map<Integer, List<String>> tokens = new TreeMap<>();
    Groups.of(plain).forEach((text, trials) -> Groups.put(trials, Tokens.of(text), tokens));
    carve(carrier, tokens, List.of(), List.of(), false);
  }

  private Map<Integer, String> explained(
      Map<String, List<Integer>> groups, Map<String, List<int[]>> varies, boolean localised) {
    Map<Integer, String> explained = new TreeMap<>();
    groups.forEach((text, trials) ->
        trials.forEach(trial ->
            explained.put(
                trial,
                places
                    .facts(trial)
                    .explained(text, varies.getOrDefault(text, List.of()), localised))));
    return explained;
  }

  /** By text, the ranges of its characters that are not the same in all. */
  private static Map<String, List<int[]>> varying(SequencedMap<String, List<Integer>> groups) {
    Tokens numbers = new Tokens();
    int[] base = numbers.numbered(Tokens.of(groups.firstEntry().getKey()));
    Map<String, List<Diff.Edit>> edits = new LinkedHashMap<>();
    groups
        .keySet()
        .forEach(text ->
            edits.put(text, Diff.between(base, numbers.numbered(Tokens.of(text)), MOST_TOKENS)));
    List<int[]> union = Ranges.union(List.copyOf(edits.values()));
    Map<String, List<int[]>> varying = new LinkedHashMap<>();
    edits.forEach((text, found) -> {
      int[] starts = starts(Tokens.of(text));
      List<int[]> ranges = new ArrayList<>();
      for (int[] range : union) {
        int[] mine = Ranges.mapped(range, found);
        ranges.add(new int[] {starts[mine[0]], starts[mine[1]]});
      }
      varying.put(text, ranges);
    });
    return varying;
  }

  private static int[] starts(List<String> tokens) {
    int[] starts = new int[tokens.size() + 1];
    for (int i = 0; i < tokens.size(); i++) {
      starts[i + 1] = starts[i] + tokens.get(i).length();
    }
    return starts;
  }

  private void carve(
      Carrier carrier,
      Map<Integer, List<String>> values,
      List<String> before,
      List<String> after,
      boolean isPart) {
    SequencedMap<List<String>, List<Integer>> groups = Groups.of(values);
    if (groups.size() < 2) {
      return;
    }
    List<String> base = groups.firstEntry().getKey();
    Tokens numbers = new Tokens();
    int[] numbered = numbers.numbered(base);
    Map<List<String>, List<Diff.Edit>> edits = new LinkedHashMap<>();
    Map<Integer, List<String>> far = new TreeMap<>();
    Map<Integer, List<String>> near = new TreeMap<>();
    groups.forEach((tokens, trials) -> {
      List<Diff.Edit> found = Diff.between(numbered, numbers.numbered(tokens), MOST_TOKENS);
      boolean isFar =
          Math.max(base.size(), tokens.size()) >= LONG && Ranges.kept(base.size(), found) < KEPT;
      Groups.put(trials, tokens, isFar ? far : near);
      if (!isFar) {
        edits.put(tokens, found);
      }
    });
    if (!far.isEmpty() && !near.isEmpty()) {
      apart(carrier, near, far, before, after);
      return;
    }
    List<int[]> ranges = Spans.joined(base, Ranges.union(List.copyOf(edits.values())));
    for (int[] range : ranges) {
      Map<Integer, List<String>> part = new TreeMap<>();
      edits.forEach((tokens, found) -> {
        int[] mine = Ranges.mapped(range, found);
        Groups.put(groups.getOrDefault(tokens, List.of()), tokens.subList(mine[0], mine[1]), part);
      });
      List<String> left = joined(before, base.subList(0, range[0]));
      List<String> right = joined(base.subList(range[1], base.size()), after);
      boolean smaller = range[0] > 0 || range[1] < base.size();
      if (smaller && !isPart && part.values().stream().anyMatch(tokens -> tokens.size() >= LONG)) {
        carve(carrier, part, left, right, true);
      } else {
        span(carrier, part, left, right);
      }
    }
  }

  /** Texts that are no versions of each other: which of them, and then each by itself. */
  private void apart(
      Carrier carrier,
      Map<Integer, List<String>> near,
      Map<Integer, List<String>> far,
      List<String> before,
      List<String> after) {
    Map<Integer, String> both = new TreeMap<>();
    near.forEach((trial, tokens) -> both.put(trial, tokens.isEmpty() ? "" : "usual text"));
    far.forEach((trial, tokens) ->
        both.put(
            trial,
            tokens.isEmpty()
                ? ""
                : String.join("", tokens.subList(0, Math.min(12, tokens.size())))));
    places.add(carrier.spanning(last(before), "", first(after)), Column.Kind.VARIANT, both);
    carve(carrier, near, before, after, true);
    carve(carrier, far, before, after, true);
  }

  private void span(
      Carrier carrier, Map<Integer, List<String>> part, List<String> before, List<String> after) {
    Map<Integer, String> symbols = new TreeMap<>();
    Groups.of(part)
        .forEach((tokens, trials) -> Groups.put(trials, String.join("", tokens), symbols));
    String usual = Groups.of(symbols).firstEntry().getKey();
    places.add(carrier.spanning(last(before), usual, first(after)), Column.Kind.TEXT, symbols);
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static String last(List<String> tokens) {
    return String.join("", tokens.subList(Math.max(0, tokens.size() - 16), tokens.size()));
  }

  private static String first(List<String> tokens) {
    return String.join("", tokens.subList(0, Math.min(16, tokens.size())));
  }
}
