package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.ReportWords;
import dev.candor.audit.disclosure.DisclosureCheck;
import dev.candor.audit.disclosure.DisclosureCheckFormat;
import dev.candor.audit.disclosure.DisclosureWords;
import java.io.OutputStream;

/** What a disclosure covers of a report, for a person: what is left first. */
@AutoService(DisclosureCheckFormat.class)
public final class TerminalDisclosureCheck implements DisclosureCheckFormat {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(DisclosureCheck check, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    page.heading(
        switch (check.outcome()) {
          case COVERED -> Paint.CALM;
          case NOT_COVERED -> Paint.DOUBT;
          case UNDECIDED -> Paint.BOLD;
        },
        DisclosureWords.headline(check.disclosed()));
    page.field("in", ReportWords.identity(check.subject()));
    page.field("report", check.file());
    check.verdict().ifPresent(verdict -> page.field("verdict", verdict.word()));
    new DisclosureSection(page, options.all()).write(check.disclosed());
    page.list(ReportWords.NOTES, check.notes());
    page.flush();
  }
}
