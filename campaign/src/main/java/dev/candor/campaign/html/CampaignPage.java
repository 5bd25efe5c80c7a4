package dev.candor.campaign.html;

import dev.candor.campaign.detect.DailyExchanges;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.log.Rejects;
import dev.candor.page.Allowance;
import dev.candor.page.Style;
import dev.candor.page.VisibleOutput;
import java.io.OutputStream;

/** Findings as one page that needs nothing but itself: no script, font, image or style. */
public final class CampaignPage {
  /** So many campaigns, the largest, are shown in full. */
  public static final int IN_FULL = 20;

  /** Where the lists of members end, so that something is left for the rest. */
  private static final long BYTES = 3_000_000;

  /** Where all lists end, so that the page stays below 6 MB. */
  private static final long ALL_BYTES = 4_000_000;

  private CampaignPage() {}

  /**
   * Writes the page; the stream stays open.
   *
   * @param daily exchanges of the first {@link #IN_FULL} campaigns each
   * @param rejects rows that were left out
   * @throws java.io.UncheckedIOException if the stream cannot be written
   */
  public static void write(
      Findings findings, DailyExchanges daily, Rejects rejects, Origin origin, OutputStream out) {
    Allowance allowance = new Allowance(BYTES);
    PageView view =
        new PageView(
            findings,
            daily,
            rejects,
            origin,
            Style.read(),
            allowance,
            allowance.raisedTo(ALL_BYTES));
    VisibleOutput.page(allowance.counted(out), page -> render(view, page));
  }

  /** Templates of which no tag is intercepted never ask for the interceptor. */
  @SuppressWarnings("NullAway")
  private static void render(PageView view, VisibleOutput out) {
    JtepageGenerated.render(out, null, view);
  }
}
