package dev.candor.audit.html;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryFormat;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

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
    Writer writer = new OutputStreamWriter(allowance.counted(out), StandardCharsets.UTF_8);
    render(
        new HistoryView(history, options, Style.read(), allowance),
        new VisibleOutput(new WriterOutput(writer)));
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Templates of which no tag is intercepted never ask for the interceptor. */
  @SuppressWarnings("NullAway")
  private static void render(HistoryView view, VisibleOutput out) {
    JtehistoryGenerated.render(out, null, view);
  }
}
