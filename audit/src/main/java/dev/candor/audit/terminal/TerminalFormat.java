package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.Verdict;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.DisclosureWords;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.suppression.Suppressed;
import dev.candor.core.HiddenTable;
import dev.candor.core.StaticFindings;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The report for a person: the result first, then flows with what they are made of, then each other
 * finding, then what was not seen.
 */
@AutoService(ReportFormat.class)
public final class TerminalFormat implements ReportFormat {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    StaticFindings findings = report.findings();
    Optional<Suppressed> suppressed = report.suppressed();
    result(page, report);
    suppressed.flatMap(all -> all.exit(report)).ifPresent(words -> page.heading(Paint.BOLD, words));
    subject(page, report);
    suppressed.ifPresent(all -> page.field("suppressed", all.headline()));
    Optional<Disclosed> disclosed = report.disclosed();
    disclosed.ifPresent(all -> page.field("disclosure", DisclosureWords.headline(all)));
    report.observed().ifPresent(observed -> observed(page, observed, disclosed, options.all()));
    disclosed.ifPresent(new DisclosureSection(page, options.all())::write);
    FlowSection flows = new FlowSection(page, findings, options.all());
    findings.flows().forEach(flows::flow);
    TableSection tables = new TableSection(page, options.all());
    findings.tables().forEach(tables::hidden);
    findings.unreadable().forEach(tables::unreadable);
    rest(page, tables, findings.rest(), options.all());
    new EncoderSection(page, options.all()).withoutFlow(findings);
    new ProbeSection(page, findings, options.all()).write();
    suppressed.ifPresent(all -> page.list(ReportWords.SUPPRESSED, all.lines()));
    page.list(ReportWords.NOT_SEEN, report.notSeen());
    page.list(ReportWords.NOTES, report.notes());
    page.flush();
  }

  private static void observed(
      Page page, Observed observed, Optional<Disclosed> disclosed, boolean all) {
    page.field("command", String.join(" ", observed.command()));
    page.field("trials", ReportWords.trials(observed));
    new SignalSection(page, disclosed, all).write(observed);
    new ReceiptSection(page, all).write(observed);
  }

  private static void result(Page page, Report report) {
    Paint paint = paint(report);
    List<String> reasons = report.reasons();
    String verdict = report.verdict().map(word -> word.word() + ": ").orElse("");
    page.heading(paint, verdict + reasons.getFirst());
    reasons.stream().skip(1).forEach(reason -> page.heading(Paint.BOLD, reason));
  }

  private static Paint paint(Report report) {
    if (report.verdict().equals(Optional.of(Verdict.COVERT))) {
      return Paint.ALARM;
    }
    if (report.verdict().equals(Optional.of(Verdict.CANDID))) {
      return Paint.CALM;
    }
    return report.verdict().isPresent()
            || report.inconclusive()
            || !report.findings().tables().isEmpty()
        ? Paint.DOUBT
        : Paint.CALM;
  }

  private static void subject(Page page, Report report) {
    page.field("in", ReportWords.identity(report.subject()));
    if (!report.parts().isEmpty()) {
      page.fields("with", report.parts().stream().map(ReportWords::identity).toList());
    }
  }

  private static void rest(Page page, TableSection tables, List<HiddenTable> rest, boolean all) {
    if (all) {
      rest.forEach(tables::rest);
    } else if (!rest.isEmpty()) {
      page.blank();
      page.text(
          rest.size() == 1
              ? "1 more string decodes to text that is no list; --all shows it."
              : rest.size() + " more strings decode to text that is no list; --all shows them.");
    }
  }
}
