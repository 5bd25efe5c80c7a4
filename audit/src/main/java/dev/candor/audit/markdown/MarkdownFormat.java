package dev.candor.audit.markdown;

import com.google.auto.service.AutoService;
import dev.candor.audit.Destination;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowWords;
import dev.candor.audit.Rendering;
import dev.candor.audit.Repeat;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.SignalWords;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.DisclosureWords;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Count;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.receipt.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report for an issue tracker, short enough for one comment. */
@AutoService(ReportFormat.class)
public final class MarkdownFormat implements ReportFormat {
  /** UTF-16 units of a whole report; a comment on GitHub takes 65,536. */
  static final int MOST = 60_000;

  /** Of these, what is kept for how to repeat it. */
  private static final int REPEATS = 10_000;

  /** The line that says what is missing. */
  private static final int LAST_LINE = 200;

  private static final int LEVELS = 8;
  private static final int CLASSES = 12;
  private static final int PLACES = 3;
  private static final int LISTED = 12;

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) {
    MarkdownPage last = new MarkdownPage(REPEATS);
    repeat(last, Repeat.of(report, options.asked()));
    MarkdownPage page = new MarkdownPage(MOST - last.text().length() - LAST_LINE);
    first(page, report);
    Optional<Disclosed> disclosed = report.disclosed();
    report.observed().ifPresent(observed -> signals(page, observed, disclosed));
    disclosed.ifPresent(all -> disclosure(page, all));
    report.observed().ifPresent(observed -> receipt(page, observed));
    code(page, report);
    report.suppressed().ifPresent(all -> list(page, ReportWords.SUPPRESSED, all.lines()));
    list(page, ReportWords.NOT_SEEN, report.notSeen());
    list(page, ReportWords.NOTES, report.notes());
    try {
      out.write((page.text() + "\n" + last.text()).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void first(MarkdownPage page, Report report) {
    String verdict = report.verdict().map(word -> "**" + word.word() + "**: ").orElse("");
    page.heading(1, "Candor: " + Inert.code(report.subject().purl()));
    page.paragraph(verdict + Inert.sentence(report.reasons().getFirst()));
    page.list(report.reasons().stream().skip(1).map(Inert::sentence).toList());
    List<List<String>> facts = new ArrayList<>();
    report
        .subject()
        .digest()
        .ifPresent(digest ->
            facts.add(List.of("Digest", Inert.cell(digest.algorithm() + ":" + digest.hex()))));
    report
        .parts()
        .forEach(part -> facts.add(List.of("With", Inert.cell(ReportWords.identity(part)))));
    facts.add(
        List.of(
            "Engine",
            Inert.cell(
                "%s %s, Java %s"
                    .formatted(
                        report.engine().name(),
                        report.engine().version(),
                        report.engine().java()))));
    facts.add(
        List.of(
            "Date", Inert.cell(report.created().atZone(ZoneOffset.UTC).toLocalDate().toString())));
    report
        .suppressed()
        .ifPresent(all ->
            facts.add(
                List.of(
                    "Suppressed",
                    Inert.sentenceCell(
                        all.exit(report)
                            .map(words -> all.headline() + ", " + words)
                            .orElse(all.headline())))));
    report
        .disclosed()
        .ifPresent(disclosed ->
            facts.add(
                List.of("Disclosure", Inert.sentenceCell(DisclosureWords.headline(disclosed)))));
    report
        .observed()
        .ifPresent(observed -> {
          facts.add(List.of("Trials", Inert.sentenceCell(ReportWords.trials(observed))));
          facts.add(List.of("Command", Inert.cell(String.join(" ", observed.command()))));
        });
    page.table(List.of("Report", ""), facts);
  }

  private static void signals(MarkdownPage page, Observed observed, Optional<Disclosed> disclosed) {
    List<Confirmed> telling =
        observed.signals().stream().filter(one -> !SignalWords.isReadable(one.signal())).toList();
    telling.forEach(confirmed -> signal(page, confirmed, disclosed));
    brief(
        page,
        ReportWords.READABLE,
        observed.signals().stream()
            .map(Confirmed::signal)
            .filter(SignalWords::isReadable)
            .toList());
    brief(
        page,
        ReportWords.NOT_SEEN_AGAIN,
        observed.unconfirmed().stream().filter(observed::wasTriedAgain).toList());
    brief(
        page,
        ReportWords.NOT_TRIED_AGAIN,
        observed.unconfirmed().stream().filter(one -> !observed.wasTriedAgain(one)).toList());
  }

  private static void signal(
      MarkdownPage page, Confirmed confirmed, Optional<Disclosed> disclosed) {
    Signal signal = confirmed.signal();
    page.heading(2, ReportWords.SIGNAL + Inert.sentence(SignalWords.of(signal)));
    List<String> lines = new ArrayList<>();
    lines.add("where: " + Inert.code(SignalWords.where(signal.carrier())));
    String before = signal.carrier().before();
    String after = signal.carrier().after();
    if (!(before + signal.carrier().span() + after).isBlank()) {
      lines.add(
          "text: " + Inert.code("…%s[%s]%s…".formatted(before, signal.carrier().span(), after)));
    }
    if (!signal.also().isEmpty()) {
      lines.add("also: " + Inert.code(SignalWords.places(signal.also(), PLACES)));
    }
    signal
        .gates()
        .forEach((gate, closed) ->
            lines.add("off with: " + Inert.code(gate + " " + SignalWords.levels(closed, LEVELS))));
    DisclosureWords.of(disclosed, Fingerprint.of(signal))
        .ifPresent(words -> lines.add("disclosure: " + Inert.sentence(words)));
    lines.add("sure: " + Inert.sentence(SignalWords.sure(confirmed)));
    page.list(lines);
    List<List<String>> rows = new ArrayList<>();
    SignalWords.bySymbol(signal.codebook())
        .forEach((symbol, entries) ->
            entries.stream()
                .limit(CLASSES)
                .forEach(entry ->
                    rows.add(
                        List.of(
                            Inert.cell(Rendering.of(symbol)),
                            Inert.cell(SignalWords.meaning(entry, LEVELS))))));
    page.table(List.of("What stands there", "It says"), rows);
  }

  private static void disclosure(MarkdownPage page, Disclosed disclosed) {
    page.heading(2, DisclosureWords.TITLE);
    page.paragraph(Inert.sentence(DisclosureWords.headline(disclosed)));
    page.paragraph(Inert.code(DisclosureWords.identity(disclosed.disclosure())));
    part(page, DisclosureWords.UNCOVERED, DisclosureWords.lines(disclosed.uncovered()));
    part(page, DisclosureWords.COVERED, DisclosureWords.lines(disclosed.covered()));
    part(page, DisclosureWords.STATEMENTS, DisclosureWords.statements(disclosed));
    if (DisclosureWords.hasUnseen(disclosed)) {
      page.paragraph(Inert.sentence(DisclosureWords.NO_ACCUSATION));
    }
    page.list(disclosed.notes().stream().map(Inert::sentence).toList());
  }

  private static void part(MarkdownPage page, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      page.heading(3, title);
      page.list(lines.stream().map(Inert::sentence).toList());
    }
  }

  private static void brief(MarkdownPage page, String title, List<Signal> signals) {
    List<String> lines = new ArrayList<>();
    signals.stream().limit(LISTED).map(SignalWords::brief).forEach(lines::add);
    if (signals.size() > LISTED) {
      lines.add((signals.size() - LISTED) + " more, which the JSON report has");
    }
    list(page, title, lines);
  }

  private static void receipt(MarkdownPage page, Observed observed) {
    List<Receipt.Entry> entries = observed.receipt().entries();
    if (entries.isEmpty() && observed.unreadable().isEmpty()) {
      return;
    }
    page.heading(2, ReportWords.TOLD);
    page.table(
        List.of("Destination", "Fact", "Value", "Where", "Rendering"),
        entries.stream()
            .map(entry ->
                List.of(
                    Inert.cell(entry.destination()),
                    Inert.cell(entry.fact().factor()),
                    Inert.cell(entry.fact().value()),
                    Inert.cell(entry.request() + ", " + entry.where()),
                    Inert.cell(entry.rendering())))
            .toList());
    page.list(
        observed.unreadable().stream()
            .map(body ->
                "not readable: " + Inert.code(body.destination() + ": " + Destination.of(body)))
            .toList());
  }

  private static void code(MarkdownPage page, Report report) {
    for (Flow flow : report.findings().flows()) {
      if (flow.covert()) {
        page.heading(2, "Covert flow " + Inert.code(Fingerprint.of(flow)));
        page.list(
            flow.steps().stream()
                .map(step ->
                    step.kind().word()
                        + " at "
                        + Inert.code(step.location().toString())
                        + ": "
                        + Inert.sentence(step.why()))
                .toList());
        page.paragraph("Confidence: " + Inert.sentence(FlowWords.of(flow.confidence())));
      }
    }
    if (!report.findings().tables().isEmpty()) {
      page.heading(2, "Hidden tables");
      page.table(
          List.of("Table", "Encoding", "Entries", "Stored at"),
          report.findings().tables().stream().map(MarkdownFormat::table).toList());
    }
  }

  private static List<String> table(HiddenTable table) {
    return List.of(
        Inert.cell(table.id()),
        Inert.cell(String.join(", then ", table.encoding())),
        Inert.cell(
            Count.of(table.entries().size(), "entry", "entries")
                + table.entries().stream().findFirst().map(entry -> ", first " + entry).orElse("")),
        Inert.cell(table.location().toString()));
  }

  private static void list(MarkdownPage page, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      page.heading(2, title);
      page.list(lines.stream().map(Inert::sentence).toList());
    }
  }

  private static void repeat(MarkdownPage page, List<Repeat> repeats) {
    page.heading(2, "How to repeat it");
    for (Repeat repeat : repeats) {
      page.paragraph(Inert.sentence(repeat.what()) + ":");
      page.paragraph(Inert.block(List.of(repeat.command())));
    }
  }
}
