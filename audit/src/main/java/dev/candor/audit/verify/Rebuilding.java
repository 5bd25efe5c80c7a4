package dev.candor.audit.verify;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.core.Comparison;
import dev.candor.core.Confidence;
import dev.candor.core.Digest;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import dev.candor.core.Subject;
import dev.candor.core.UnreadableTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * From a report's JSON to what the program holds, as far as conclusions rest on it. What the schema
 * does not forbid and no report can say, as a range that ends before it begins, is an {@link
 * IllegalArgumentException}.
 */
final class Rebuilding {
  private final At root;

  Rebuilding(At root) {
    this.root = root;
  }

  /** The report that follows from what was found: verdict, reasons and mechanisms are made anew. */
  Report expected() {
    Report report = found();
    return root.optional("disclosure")
        .map(RebuildingDisclosure::disclosure)
        .map(report::with)
        .orElse(report);
  }

  private Report found() {
    Instant created = created();
    if (!root.has("observed")) {
      return ofScan(created);
    }
    List<String> notSeen = root.texts("notSeen");
    boolean unread =
        !notSeen.isEmpty()
            && notSeen.getFirst().equals(Report.UNREAD_CODE)
            && root.get("static").json().values().stream().allMatch(list -> list.isEmpty());
    // Which of the two saw the rest does not matter: nothing follows from it.
    List<String> missed = unread ? List.of(Report.UNREAD_CODE) : notSeen;
    return scan(missed, created)
        .with(new RebuildingObserved(root.get("observed")).observed(), created);
  }

  /** A scan, or an audit that was interrupted before its first trial, which says so last. */
  private Report ofScan(Instant created) {
    List<String> notSeen = root.texts("notSeen");
    if (!notSeen.isEmpty()) {
      Report cut = scan(notSeen.subList(0, notSeen.size() - 1), created).withoutTrial(created);
      if (cut.notSeen().equals(notSeen)) {
        return cut;
      }
    }
    return scan(notSeen, created);
  }

  private Report scan(List<String> notSeen, Instant created) {
    At engine = root.get("engine");
    return Report.ofScan(
        subject(root.get("subject")),
        root.each("parts").stream().map(Rebuilding::subject).toList(),
        findings(root.get("static"), notSeen),
        root.texts("notes"),
        new Engine(engine.text("version"), engine.text("java")),
        created);
  }

  private Instant created() {
    try {
      return Instant.parse(root.text("created"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("created is no time in UTC", e);
    }
  }

  static Subject subject(At subject) {
    return new Subject(
        subject.text("purl"),
        subject.members("digest").entrySet().stream()
            .findFirst()
            .map(one -> new Digest(one.getKey(), one.getValue().text())));
  }

  private static StaticFindings findings(At found, List<String> notSeen) {
    return new StaticFindings(
        found.each("tables").stream().map(Rebuilding::table).toList(),
        found.each("unreadable").stream().map(Rebuilding::unreadable).toList(),
        List.of(),
        found.each("probes").stream().map(Rebuilding::probe).toList(),
        found.each("encoders").stream().map(Rebuilding::encoder).toList(),
        found.each("flows").stream().map(Rebuilding::flow).toList(),
        notSeen);
  }

  private static HiddenTable table(At table) {
    At recovery = table.get("recovery");
    return new HiddenTable(
        table.text("id"),
        table.texts("encoding"),
        table.texts("entries"),
        table.number("score"),
        recovery.text("by").equals("search")
            ? new Recovery.Searched()
            : new Recovery.Evaluated(
                location(recovery.get("decoder")), recovery.text("expression")),
        locations(table.each("places")),
        locations(table.each("uses")));
  }

  private static UnreadableTable unreadable(At table) {
    return new UnreadableTable(
        table.text("id"),
        table.text("kind"),
        table.texts("values"),
        locations(table.each("places")));
  }

  private static Probe probe(At probe) {
    return new Probe(
        probe.text("factor"),
        probe.text("reads"),
        probe.each("compares").stream().map(Rebuilding::comparison).toList(),
        locations(probe.each("places")));
  }

  private static Comparison comparison(At comparison) {
    return new Comparison(
        Match.of(comparison.text("match")),
        comparison.texts("values"),
        comparison.optional("table").map(At::text),
        location(comparison.get("location")));
  }

  static Encoder encoder(At encoder) {
    return new Encoder(
        word(Form.values(), Form::word, encoder.text("form")),
        encoder.texts("alternatives"),
        encoder.texts("factors"),
        location(encoder.get("location")));
  }

  static Flow flow(At flow) {
    return new Flow(
        flow.texts("factors"),
        flow.texts("gates"),
        flow.each("encoders").stream().map(Rebuilding::encoder).toList(),
        flow.each("steps").stream().map(Rebuilding::step).toList(),
        word(Confidence.values(), Confidence::word, flow.text("confidence")),
        flow.optional("explained").map(At::text));
  }

  private static Step step(At step) {
    return new Step(
        word(Step.Kind.values(), Step.Kind::word, step.text("kind")),
        location(step.get("location")),
        step.text("snippet"),
        step.text("why"));
  }

  private static List<Location> locations(List<At> all) {
    return all.stream().map(Rebuilding::location).toList();
  }

  private static Location location(At location) {
    return new Location(location.text("module"), location.whole("start"), location.whole("end"));
  }

  /** What is written with that word. */
  static <T> T word(T[] all, Function<T, String> words, String word) {
    for (T one : all) {
      if (words.apply(one).equals(word)) {
        return one;
      }
    }
    throw new IllegalArgumentException("nothing is called " + word);
  }
}
