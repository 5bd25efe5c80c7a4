package dev.candor.campaign.report;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Findings;
import dev.candor.core.Count;
import dev.candor.text.Visible;
import java.io.PrintWriter;
import java.util.Locale;

/** The findings in a few lines, for a person who then reads the tables. */
public final class Summary {
  private static final String SUMMARY = "%-14s %8s %10s  %-10s %-10s %6s %9s%n";
  private static final int SHOWN = 20;

  private Summary() {}

  /** Prints it. */
  public static void print(PrintWriter out, Findings findings) {
    long members = findings.campaigns().stream().mapToLong(c -> c.members().size()).sum();
    out.printf(
        Locale.ROOT,
        "%s with %d of %s, in %s%n",
        Count.of(findings.campaigns().size(), "campaign"),
        members,
        Count.of(findings.accounts(), "account"),
        Count.of(findings.exchanges(), "exchange"));
    if (!findings.campaigns().isEmpty()) {
      out.println();
      out.printf(
          SUMMARY, "campaign", "accounts", "exchanges", "first", "last", "score", "by chance");
      findings.campaigns().stream().limit(SHOWN).forEach(campaign -> line(out, campaign));
      findings.campaigns().stream().limit(3).forEach(campaign -> evidence(out, campaign));
      out.println();
      out.println(
          "What accounts have in common is no proof of abuse: a person has to look at each campaign"
              + " before anybody is banned.");
    }
    if (!findings.resold().isEmpty()) {
      out.println();
      int resold = findings.resold().size();
      out.println(
          resold == 1
              ? "1 account seems to be used by several people (no campaign)"
              : resold + " accounts seem to be used by several people each (no campaign)");
    }
    findings.notes().forEach(note -> out.println(Visible.of(note)));
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

  private static void evidence(PrintWriter out, Campaign campaign) {
    out.println();
    out.println(campaign.name());
    campaign.evidence().forEach(words -> out.println("  - " + Visible.of(words)));
  }
}
