package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.verify.Flaw;
import dev.candor.audit.verify.Verified;
import dev.candor.audit.verify.VerifiedFormat;
import dev.candor.core.Count;
import java.io.OutputStream;

/** What a verification found, for a person: what does not hold first. */
@AutoService(VerifiedFormat.class)
public final class TerminalVerified implements VerifiedFormat {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(Verified verified, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    switch (verified.outcome()) {
      case HOLDS -> page.heading(Paint.CALM, "holds: " + verified.file());
      case DOES_NOT_HOLD ->
          page.heading(
              Paint.ALARM,
              "does not hold: %s, for %s"
                  .formatted(verified.file(), Count.of(verified.flaws().size(), "reason")));
      case UNDECIDED -> page.heading(Paint.BOLD, "undecided: " + verified.file());
    }
    if (!verified.claim().isEmpty()) {
      page.fields("says", verified.claim());
    }
    for (Flaw flaw : verified.flaws()) {
      page.blank();
      page.heading(Paint.BOLD, flaw.place());
      page.aside(flaw.what() + ".");
    }
    page.list("What holds", verified.held());
    page.list("What could not be decided", verified.open());
    page.list("Notes", verified.notes());
    page.flush();
  }
}
