package dev.candor.audit.html;

import com.google.auto.service.AutoService;
import dev.candor.audit.Report;
import dev.candor.audit.ReportFormat;
import dev.candor.audit.ReportOptions;
import dev.candor.page.Allowance;
import dev.candor.page.Style;
import dev.candor.page.VisibleOutput;
import java.io.OutputStream;

/**
 * The report as one page that needs nothing but itself: no script, font, image or style from
 * elsewhere.
 */
@AutoService(ReportFormat.class)
public final class HtmlFormat implements ReportFormat {
  /** Where the lists of the code end, so that something is left for the rest. */
  private static final long BYTES = 3_000_000;

  /** Where all lists end, so that the page stays below 5 MB. */
  private static final long ALL_BYTES = 4_000_000;

  @Override
  public String name() {
    return "html";
  }

  @Override
  public void write(Report report, ReportOptions options, OutputStream out) {
    Allowance allowance = new Allowance(BYTES);
    View view =
        new View(
            report,
            report.disclosed(),
            report.suppressed(),
            options,
            Style.read(),
            allowance,
            allowance.raisedTo(ALL_BYTES));
    VisibleOutput.page(allowance.counted(out), page -> render(view, page));
  }

  /** Templates of which no tag is intercepted never ask for the interceptor. */
  @SuppressWarnings("NullAway")
  private static void render(View view, VisibleOutput out) {
    JtepageGenerated.render(out, null, view);
  }
}
