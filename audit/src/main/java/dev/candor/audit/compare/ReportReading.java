package dev.candor.audit.compare;

import dev.candor.audit.Verdict;
import dev.candor.audit.compare.Column.Heading;
import dev.candor.core.Digest;
import dev.candor.core.Form;
import dev.candor.core.Subject;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Takes of a report what is compared, whatever the order of its members. */
final class ReportReading {
  /** Experiments have at most 20,000, and a few that are run anew. */
  private static final int MOST_TRIALS = 100_000;

  private static final int MOST = 20_000;

  private static final int MOST_LEVELS = 20_000;

  private final Walk walk;
  private final Tried tried = new Tried();
  private final List<Unopen> unopen = new ArrayList<>();
  private final List<Receipt.Entry> receipt = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private Optional<String> schema = Optional.empty();
  private Optional<Subject> subject = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();
  private Optional<String> tool = Optional.empty();
  private int trials;

  ReportReading(Walk walk) {
    this.walk = walk;
  }

  Column column() {
    walk.whole(() -> walk.members(this::member));
    needed(schema, "the member schema is missing, so it is no report of Candor");
    String name =
        needed(
            tool,
            "there is no member observed with a tool: nothing was run for it."
                + " Write a report with candor audit PACKAGE --json FILE, not with candor scan.");
    return new Column(
        new Heading(
            needed(subject, "the member subject is missing"),
            name,
            needed(verdict, "the member verdict is missing"),
            reasons,
            trials),
        tried,
        unopen,
        new Receipt(receipt),
        unreadable);
  }

  private <T> T needed(Optional<T> value, String without) {
    return value.orElseThrow(() -> walk.unfit(without));
  }

  private void member(String name) {
    switch (name) {
      case "schema" -> schema();
      case "subject" -> subject = Optional.of(subject());
      case "verdict" ->
          verdict = Optional.of(word(Verdict.values(), Verdict::word, "verdict", walk.text()));
      case "reasons" -> walk.elements(MOST, () -> reasons.add(walk.text()));
      case "observed" -> walk.members(this::observed);
      default -> {}
    }
  }

  private void schema() {
    String found = walk.text();
    if (!found.equals(ReportFile.SCHEMA)) {
      throw walk.unfit(
          "this Candor compares reports of the schema %s only; audit the tool again with it."
              .formatted(ReportFile.SCHEMA));
    }
    schema = Optional.of(found);
  }

  private Subject subject() {
    Map<String, String> texts = new HashMap<>();
    List<Digest> digests = new ArrayList<>();
    walk.members(name -> {
      switch (name) {
        case "purl" -> texts.put(name, walk.text());
        case "digest" -> walk.members(algorithm -> digests.add(new Digest(algorithm, walk.text())));
        default -> {}
      }
    });
    String purl = texts.getOrDefault("purl", "");
    if (!purl.startsWith("pkg:")) {
      throw walk.unfit("a package URL is missing");
    }
    return new Subject(purl, digests.stream().findFirst());
  }

  private void observed(String name) {
    switch (name) {
      case "tool" -> tool = Optional.of(walk.text());
      case "trials" -> trials = walk.count();
      case "environments" -> walk.elements(MOST_TRIALS, () -> walk.members(this::trial));
      case "signals" -> walk.elements(MOST, () -> unopen.add(signal()));
      case "receipt" -> walk.elements(MOST, () -> receipt.add(entry()));
      case "unreadable" -> walk.elements(MOST, () -> unreadable.add(body()));
      default -> {}
    }
  }

  private void trial(String name) {
    if (name.equals("levels")) {
      walk.members(factor -> {
        tried.add(factor, walk.text());
        if (tried.size() > MOST_LEVELS) {
          throw walk.unfit("more than 20,000 levels");
        }
      });
    }
  }

  private Unopen signal() {
    SortedSet<String> factors = new TreeSet<>();
    SortedMap<String, SortedSet<String>> gates = new TreeMap<>();
    Map<String, String> texts = new HashMap<>();
    double[] bits = {0};
    walk.members(name -> {
      switch (name) {
        case "factors" -> walk.elements(MOST, () -> factors.add(walk.text()));
        case "gates" -> walk.members(gate -> gates.put(gate, levels()));
        case "form" -> texts.put(name, walk.text());
        case "carrier" -> texts("request where", texts);
        case "bits" -> bits[0] = walk.number();
        default -> {}
      }
    });
    if (factors.isEmpty()) {
      throw walk.unfit("a signal without factors");
    }
    return new Unopen(
        factors,
        gates,
        word(Form.values(), Form::word, "form", text(texts, "form")),
        text(texts, "request"),
        text(texts, "where"),
        bits[0]);
  }

  private SortedSet<String> levels() {
    SortedSet<String> levels = new TreeSet<>();
    walk.elements(MOST, () -> levels.add(walk.text()));
    if (levels.isEmpty()) {
      throw walk.unfit("a gate without levels");
    }
    return levels;
  }

  private Receipt.Entry entry() {
    Map<String, String> texts = new HashMap<>();
    texts("fact value destination request where rendering", texts);
    if (!Fact.isTelling(text(texts, "value"))) {
      throw walk.unfit("a value that cannot be told from chance");
    }
    return new Receipt.Entry(
        new Fact(text(texts, "fact"), text(texts, "value")),
        text(texts, "destination"),
        text(texts, "request"),
        text(texts, "where"),
        text(texts, "rendering"),
        1);
  }

  private Unreadable body() {
    Map<String, String> texts = new HashMap<>();
    texts("destination request why", texts);
    return new Unreadable(
        text(texts, "destination"), text(texts, "request"), text(texts, "why"), 1, 0);
  }

  /** Takes these members of the object here. */
  private void texts(String wanted, Map<String, String> into) {
    List<String> names = List.of(wanted.split(" "));
    walk.members(name -> {
      if (names.contains(name)) {
        into.put(name, walk.text());
      }
    });
  }

  private String text(Map<String, String> texts, String name) {
    return needed(Optional.ofNullable(texts.get(name)), "the member " + name + " is missing");
  }

  private <T> T word(T[] all, Function<T, String> words, String what, String word) {
    for (T one : all) {
      if (words.apply(one).equals(word)) {
        return one;
      }
    }
    throw walk.unfit(
        "this Candor knows no such %s; compare with the Candor that wrote it, or audit anew."
            .formatted(what));
  }
}
