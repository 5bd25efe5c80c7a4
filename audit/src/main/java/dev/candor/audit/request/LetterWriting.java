package dev.candor.audit.request;

import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowWords;
import dev.candor.audit.Rendering;
import dev.candor.audit.Repeat;
import dev.candor.audit.Report;
import dev.candor.audit.ReportWords;
import dev.candor.audit.SignalWords;
import dev.candor.audit.disclosure.Covered;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.DisclosureWords;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.request.Letter.Detail;
import dev.candor.audit.request.Letter.Item;
import dev.candor.core.Count;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Subject;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From a report to a letter. Where the report is held against a disclosure, what that covers is
 * left out.
 */
public final class LetterWriting {
  private static final int MOST_ITEMS = 40;
  private static final int MOST_FACTS = 60;
  private static final int SYMBOLS = 6;
  private static final int LEVELS = 6;
  private static final int PLACES = 4;
  private static final int PARTS = 20;
  private static final int KEYS = 8;

  private static final List<String> QUESTIONS =
      List.of(
          "What is it for?",
          "Since which version does the package do this, and in which of its versions?",
          "Who receives it, and who can read it?",
          "How long is it kept, and together with what?",
          "Is it documented, and where?",
          "Can it be turned off, and will it be removed?");

  private final Report report;
  private final Evidence evidence;
  private final Optional<Disclosed> disclosed;
  private int left;

  private LetterWriting(Report report, Evidence evidence) {
    this.report = report;
    this.evidence = evidence;
    this.disclosed = report.disclosed();
  }

  /**
   * @param to whom it is for; empty where the sender names nobody
   * @param from who asks, likewise
   */
  public static Letter of(
      Report report,
      Evidence evidence,
      Optional<String> to,
      Optional<String> from,
      LocalDate date) {
    return new LetterWriting(report, evidence).letter(to, from, date);
  }

  private Letter letter(Optional<String> to, Optional<String> from, LocalDate date) {
    List<Item> items = new ArrayList<>();
    report.observed().ifPresent(observed -> signals(observed, items));
    facts().ifPresent(items::add);
    code(items);
    return new Letter(
        to.orElse("the publisher of " + report.subject().purl()),
        from.orElse("a user of the package"),
        date,
        report.subject(),
        opening(items.isEmpty()),
        items,
        left,
        items.isEmpty() ? List.of() : QUESTIONS,
        evidence(),
        Repeat.of(report.without(_ -> false, this::isDisclosed), List.of()));
  }

  private List<String> opening(boolean nothing) {
    List<String> lines = new ArrayList<>();
    String day = report.created().atZone(ZoneOffset.UTC).toLocalDate().toString();
    lines.add(
        report
            .observed()
            .map(observed ->
                "On %s this package was run %s in %s, and its requests were compared."
                    .formatted(
                        day,
                        Count.of(observed.trials().size(), "time"),
                        Count.of(observed.environments(), "made-up environment")))
            .orElse("On %s the code of this package was read; it was not run.".formatted(day)));
    disclosed.ifPresent(held ->
        lines.add(
            held.mismatch().isPresent()
                ? "A disclosure file was at hand, and does not speak of this version: "
                    + held.mismatch().get()
                    + "."
                : "What the disclosure file declares is left out here: %d of %s."
                    .formatted(held.covered().size(), Count.of(held.all().size(), "observation"))));
    lines.add(
        nothing
            ? "Nothing was observed that would have to be asked about."
            : "We would like to know what the following is for. This letter describes behaviour and"
                + " asks about it; it says nothing of the reasons for it.");
    return lines;
  }

  private boolean isDisclosed(Confirmed confirmed) {
    return held(confirmed).filter(Covered::isCovered).isPresent();
  }

  private Optional<Covered> held(Confirmed confirmed) {
    return disclosed.flatMap(all -> all.of(Fingerprint.of(confirmed.signal())));
  }

  private void signals(Observed observed, List<Item> items) {
    for (Confirmed confirmed : observed.signals()) {
      Optional<Covered> held = held(confirmed);
      if (isDisclosed(confirmed)) {
        continue;
      }
      if (items.size() < MOST_ITEMS) {
        items.add(signal(observed, confirmed, held));
      } else {
        left++;
      }
    }
  }

  private static Item signal(Observed observed, Confirmed confirmed, Optional<Covered> held) {
    Signal signal = confirmed.signal();
    List<Detail> details = new ArrayList<>();
    String request = signal.carrier().request();
    String to = String.join(" or ", observed.destinations(request.replaceFirst(" #[0-9]+$", "")));
    details.add(new Detail("request", request + (to.isEmpty() ? "" : ", to " + to)));
    details.add(new Detail("place", signal.carrier().where()));
    if (!(signal.carrier().before() + signal.carrier().span() + signal.carrier().after())
        .isBlank()) {
      details.add(
          new Detail(
              "text there",
              "…%s[%s]%s…"
                  .formatted(
                      signal.carrier().before(),
                      signal.carrier().span(),
                      signal.carrier().after())));
    }
    SignalWords.bySymbol(signal.codebook()).entrySet().stream()
        .limit(SYMBOLS)
        .map(LetterWriting::symbol)
        .forEach(details::add);
    signal
        .gates()
        .forEach((gate, closed) ->
            details.add(new Detail("not with", gate + " " + SignalWords.levels(closed, LEVELS))));
    if (!signal.also().isEmpty()) {
      details.add(new Detail("also at", SignalWords.places(signal.also(), PLACES)));
    }
    details.add(new Detail("seen again", SignalWords.sure(confirmed)));
    if (signal.form().isUnnoticed()) {
      details.add(
          new Detail("note", "a person who reads the request does not notice the difference"));
    }
    held.filter(part -> !part.statements().isEmpty())
        .ifPresent(part -> details.add(new Detail("disclosure", DisclosureWords.of(part))));
    return new Item(SignalWords.of(signal), details);
  }

  private static Detail symbol(Map.Entry<String, List<CodebookEntry>> one) {
    return new Detail(
        "what stood there",
        "%s, with %s"
            .formatted(
                Rendering.of(one.getKey()),
                one.getValue().stream()
                    .limit(SYMBOLS)
                    .map(entry -> SignalWords.meaning(entry, LEVELS))
                    .collect(Collectors.joining("; "))));
  }

  /** Facts of the made-up environments that stood in requests. */
  private Optional<Item> facts() {
    List<Covered> facts =
        disclosed.map(Disclosed::all).orElseGet(() -> Disclosed.shown(report)).stream()
            .filter(one -> one.kind() == Covered.Kind.FACT)
            .filter(one -> disclosed.isEmpty() || !one.isCovered())
            .toList();
    left += Math.max(0, facts.size() - MOST_FACTS);
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Item(
                "Facts of the environment stand in requests",
                facts.stream()
                    .limit(MOST_FACTS)
                    .map(one -> new Detail("fact", one.words()))
                    .toList()));
  }

  /** What the code shows that trials may not have. */
  private void code(List<Item> items) {
    for (Flow flow : report.findings().flows()) {
      if (flow.covert() && items.size() < MOST_ITEMS) {
        items.add(
            new Item(
                "By its code, " + FlowWords.dependence(List.of(flow)),
                flow.steps().stream()
                    .map(
                        step -> new Detail(step.kind().word(), step.location() + ": " + step.why()))
                    .toList()));
      }
    }
    for (HiddenTable table : report.findings().tables()) {
      if (items.size() < MOST_ITEMS) {
        items.add(
            new Item(
                "The code holds a list of %s in encoded form"
                    .formatted(Count.of(table.entries().size(), "entry", "entries")),
                List.of(
                    new Detail("encoding", String.join(", then ", table.encoding())),
                    new Detail("at", table.location().toString()),
                    new Detail("begins with", table.entries().stream().findFirst().orElse("")))));
      } else {
        left++;
      }
    }
  }

  private List<Detail> evidence() {
    List<Detail> all = new ArrayList<>();
    all.add(new Detail("package", whole(report.subject())));
    report.parts().stream().limit(PARTS).forEach(part -> all.add(new Detail("part", whole(part))));
    all.add(new Detail("report", "sha256:" + evidence.sha256()));
    evidence.signedBy().ifPresent(id -> all.add(new Detail("signed by", id)));
    if (evidence.signedBy().isEmpty()) {
      evidence.keyIds().stream()
          .limit(KEYS)
          .forEach(id -> all.add(new Detail("signature names", id)));
    }
    disclosed.ifPresent(
        held -> all.add(new Detail("disclosure", DisclosureWords.identity(held.disclosure()))));
    all.add(
        new Detail(
            "engine",
            "%s %s, Java %s"
                .formatted(
                    report.engine().name(), report.engine().version(), report.engine().java())));
    report
        .observed()
        .ifPresent(observed -> all.add(new Detail("trials", ReportWords.trials(observed))));
    return all;
  }

  private static String whole(Subject subject) {
    return subject
        .digest()
        .map(digest -> subject.purl() + ", " + digest.algorithm() + ":" + digest.hex())
        .orElse(subject.purl());
  }
}
