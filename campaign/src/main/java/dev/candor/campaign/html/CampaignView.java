package dev.candor.campaign.html;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Family;
import dev.candor.campaign.detect.Member;
import java.util.List;
import java.util.stream.Collectors;

/** A campaign as its template draws from it. */
record CampaignView(Campaign campaign, TimelineChart timeline, TieChart ties) {
  /** Members that are shown with their reasons. */
  static final int MEMBERS = 200;

  /** Of those, how many are not folded, and stand on paper too. */
  static final int UNFOLDED = 5;

  List<Member> first() {
    return campaign.members().subList(0, Math.min(UNFOLDED, campaign.members().size()));
  }

  List<Member> further() {
    return campaign.members().subList(first().size(), Math.min(MEMBERS, campaign.members().size()));
  }

  /** Members that are not shown. */
  int left() {
    return Math.max(0, campaign.members().size() - MEMBERS);
  }

  static String families(Campaign campaign) {
    return campaign.families().stream().map(Family::words).collect(Collectors.joining("; "));
  }

  /** What the score is like. */
  String surprise() {
    return ("what a member does exceeds by %s bits, on average, what it takes to belong, given who"
            + " else holds what it shares: as surprising as %s heads in a row")
        .formatted(PageWords.tenths(campaign.score()), Math.round(campaign.score()));
  }
}
