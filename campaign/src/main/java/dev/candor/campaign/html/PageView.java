package dev.candor.campaign.html;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.DailyExchanges;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.log.Rejects;
import dev.candor.core.Count;
import dev.candor.page.Allowance;
import dev.candor.page.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as the templates draw from them.
 *
 * @param most how much of the lists of members is shown
 * @param rest the same for what follows them
 */
record PageView(
    Findings findings,
    DailyExchanges daily,
    Rejects rejects,
    Origin origin,
    Style style,
    Allowance most,
    Allowance rest) {

  boolean isEmpty() {
    return findings.campaigns().isEmpty();
  }

  /** The colour of a report's verdict that says as much. */
  String tone() {
    return isEmpty() ? "candid" : "opaque";
  }

  String verdict() {
    return isEmpty() ? "no campaign" : Count.of(findings.campaigns().size(), "campaign");
  }

  String headline() {
    return isEmpty()
        ? "No accounts were found that seem to be run together."
        : "%s of %s seem to be run together; they sent %s of %s."
            .formatted(
                PageWords.number(members()),
                PageWords.count(findings.accounts(), "account"),
                PageWords.number(exchanges()),
                PageWords.count(findings.exchanges(), "exchange"));
  }

  long members() {
    return findings.campaigns().stream().mapToLong(campaign -> campaign.members().size()).sum();
  }

  private long exchanges() {
    return findings.campaigns().stream().mapToLong(Campaign::exchanges).sum();
  }

  /** How many of the campaigns chance may have given: what holds for the weakest holds for all. */
  double byChance() {
    return findings.campaigns().stream().mapToDouble(Campaign::expectedFalse).max().orElse(0);
  }

  /** The least that can be told of chance. */
  double leastByChance() {
    return 1.0 / (origin.options().decoys() + 1);
  }

  /** The campaigns that are shown in full. */
  List<CampaignView> inFull() {
    List<CampaignView> views = new ArrayList<>();
    for (int i = 0; i < Math.min(daily.campaigns().size(), CampaignPage.IN_FULL); i++) {
      views.add(
          new CampaignView(
              findings.campaigns().get(i),
              TimelineChart.of(findings, i, daily),
              TieChart.of(findings.campaigns().get(i))));
    }
    return views;
  }

  /** Whether a campaign has a section of its own. */
  boolean isInFull(int index) {
    return index < Math.min(daily.campaigns().size(), CampaignPage.IN_FULL);
  }

  /** Why rows were left out, with their numbers. */
  List<String> leftOut() {
    return rejects.reasons().entrySet().stream()
        .map(reason -> PageWords.count(reason.getValue(), "row") + ": " + reason.getKey())
        .toList();
  }

  String command() {
    return String.join(" ", origin.asked());
  }
}
