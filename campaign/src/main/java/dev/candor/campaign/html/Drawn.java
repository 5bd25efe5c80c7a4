package dev.candor.campaign.html;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Tie;
import dev.candor.core.Count;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which members a picture shows: all that hold what is drawn, or every so many of them.
 *
 * @param members by their places in the campaign, in the order of what they hold
 * @param holding how many hold anything that is drawn
 * @param all how many the campaign has
 */
record Drawn(List<Integer> members, int holding, int all) {
  /** More would be no picture. */
  static final int MOST = 60;

  /** In the order of what they hold, so that each tie is drawn in proportion to its members. */
  static Drawn of(Campaign campaign) {
    BitSet seen = new BitSet();
    List<Integer> holding = new ArrayList<>();
    for (Tie tie : campaign.portrait().ties()) {
      BitSet more = (BitSet) tie.members().clone();
      more.andNot(seen);
      more.stream().forEach(holding::add);
      seen.or(more);
    }
    List<Integer> members = new ArrayList<>();
    int count = Math.min(MOST, holding.size());
    for (int i = 0; i < count; i++) {
      members.add(holding.get((int) ((long) i * holding.size() / count)));
    }
    return new Drawn(members, holding.size(), campaign.members().size());
  }

  /** Which ones and why. */
  String words() {
    String none =
        holding == all
            ? ""
            : " "
                + PageWords.count((long) all - holding, "member")
                + (all - holding == 1 ? " holds" : " hold")
                + " none of what is drawn.";
    return members.size() == holding
        ? Count.of(members.size(), "account")
            + " of "
            + PageWords.number(all)
            + " drawn: all that"
            + " hold what is drawn."
            + none
        : "%d accounts of %s drawn, chosen evenly from the %s that hold what is drawn, in the order of what they hold."
                .formatted(members.size(), PageWords.number(all), PageWords.number(holding))
            + none;
  }
}
