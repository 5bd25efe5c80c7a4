package dev.candor.audit.html;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryFormat;
import dev.candor.page.Allowance;
import dev.candor.page.Style;
import dev.candor.page.VisibleOutput;
import java.io.OutputStream;

/** A package's history as one page that needs nothing but itself. */
@AutoService(HistoryFormat.class)
public final class HtmlHistory implements HistoryFormat {
  /** Where lists end, so that the page stays below 5 MB. */
  private static final long BYTES = 4_000_000;

  @Override
  public String name() {
    return "html";
  }

  @Override
  public void write(History history, ReportOptions options, OutputStream out) {
    Allowance allowance = new Allowance(BYTES);
    HistoryView view = new HistoryView(history, options, Style.read(), allowance);
    VisibleOutput.page(allowance.counted(out), page -> render(view, page));
  }

  /** Templates of which no tag is intercepted never ask for the interceptor. */
  @SuppressWarnings("NullAway")
  private static void render(HistoryView view, VisibleOutput out) {
    JtehistoryGenerated.render(out, null, view);
  }
}
