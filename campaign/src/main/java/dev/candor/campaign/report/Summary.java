package dev.candor.campaign.report;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Findings;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The findings in a few lines, for a person who then reads the tables. */
public final class Summary {
  private static final String SUMMARY = "%-14s %8s %10s  %-10s %-10s %6s %9s%n";
  private static final int SHOWN = 20;

  private Summary() {}

  /**
   * Prints it.
   *
   * @param visible makes text of the log harmless to a terminal
   */
  public static void print(PrintWriter out, Findings findings, UnaryOperator<String> visible) {
    long members = findings.campaigns().stream().mapToLong(c -> c.members().size()).sum();
    out.printf(
        Locale.ROOT,
        "%d campaigns with %d of %d accounts, in %d exchanges%n",
        findings.campaigns().size(),
        members,
        findings.accounts(),
        findings.exchanges());
    if (!findings.campaigns().isEmpty()) {
      out.println();
      out.printf(
          SUMMARY, "campaign", "accounts", "exchanges", "first", "last", "score", "by chance");
      findings.campaigns().stream().limit(SHOWN).forEach(campaign -> line(out, campaign));
      findings.campaigns().stream().limit(3).forEach(campaign -> evidence(out, campaign, visible));
      out.println();
      out.println(
          "What accounts have in common is no proof of abuse: a person has to look at each campaign"
              + " before anybody is banned.");
    }
    if (!findings.resold().isEmpty()) {
      out.println();
      out.printf(
          "%d accounts seem to be used by several people each (no campaign)%n",
          findings.resold().size());
    }
    findings.notes().forEach(note -> out.println(visible.apply(note)));
    out.flush();
  }

  private static void line(PrintWriter out, Campaign campaign) {
    out.printf(
        Locale.ROOT,
        SUMMARY,
        campaign.name(),
        campaign.members().size(),
        campaign.exchanges(),
        campaign.first().toString().substring(0, 10),
        campaign.last().toString().substring(0, 10),
        String.format(Locale.ROOT, "%.1f", campaign.score()),
        String.format(Locale.ROOT, "<= %.2f", campaign.expectedFalse()));
  }

  private static void evidence(PrintWriter out, Campaign campaign, UnaryOperator<String> visible) {
    out.println();
    out.println(campaign.name());
    campaign.evidence().forEach(words -> out.println("  - " + visible.apply(words)));
  }
}
