package dev.candor.campaign.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How what was reported compares with labels.
 *
 * @param precision accounts that were reported: how many are of a campaign
 * @param recall accounts of campaigns: how many were reported
 * @param falseBans accounts of no campaign: how many were reported
 * @param byKind the same for each kind of them
 * @param campaignPrecision reported campaigns: how many hold half or more accounts of one real one
 * @param campaignRecall real campaigns: how many had half or more of their accounts reported
 * @param unlabelled reported accounts without a label; they count as false
 */
public record Evaluation(
    Share precision,
    Share recall,
    Share falseBans,
    SortedMap<String, Share> byKind,
    Share campaignPrecision,
    Share campaignRecall,
    long unlabelled) {

  /**
   * Compares.
   *
   * @param reported the campaign of each account that was reported
   */
  public static Evaluation of(Labels labels, Map<String, String> reported) {
    long hits = reported.keySet().stream().filter(account -> real(labels, account)).count();
    long positives = labels.of().values().stream().filter(Labels.Label::inCampaign).count();
    long unlabelled =
        reported.keySet().stream().filter(account -> !labels.of().containsKey(account)).count();
    long organic = labels.of().size() - positives;
    return new Evaluation(
        new Share(hits, reported.size()),
        new Share(hits, positives),
        new Share(reported.size() - hits - unlabelled, organic),
        byKind(labels, reported),
        campaignPrecision(labels, reported),
        campaignRecall(labels, reported),
        unlabelled);
  }

  /** The harmonic mean of precision and recall; 0 where nothing was hit. */
  public double f1() {
    return precision.count() == 0
        ? 0
        : 2 * precision.value() * recall.value() / (precision.value() + recall.value());
  }

  private static boolean real(Labels labels, String account) {
    Labels.Label label = labels.of().get(account);
    return label != null && label.inCampaign();
  }

  private static SortedMap<String, Share> byKind(Labels labels, Map<String, String> reported) {
    Map<String, long[]> counts = new HashMap<>();
    labels
        .of()
        .forEach((account, label) -> {
          if (!label.inCampaign()) {
            long[] count = counts.computeIfAbsent(label.kind(), key -> new long[2]);
            count[0] += reported.containsKey(account) ? 1 : 0;
            count[1]++;
          }
        });
    SortedMap<String, Share> shares = new TreeMap<>();
    counts.forEach((kind, count) -> shares.put(kind, new Share(count[0], count[1])));
    return shares;
  }

  private static Share campaignPrecision(Labels labels, Map<String, String> reported) {
    Map<String, Map<String, Integer>> inside = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    reported.forEach((account, campaign) -> {
      sizes.merge(campaign, 1, Integer::sum);
      Map<String, Integer> hits = inside.computeIfAbsent(campaign, key -> new HashMap<>());
      Labels.Label label = labels.of().get(account);
      if (label != null && label.inCampaign()) {
        hits.merge(label.campaign(), 1, Integer::sum);
      }
    });
    long right =
        inside.entrySet().stream()
            .filter(entry ->
                entry.getValue().values().stream()
                    .anyMatch(hits -> 2 * hits >= sizes.getOrDefault(entry.getKey(), 0)))
            .count();
    return new Share(right, inside.size());
  }

  private static Share campaignRecall(Labels labels, Map<String, String> reported) {
    Map<String, long[]> counts = new HashMap<>();
    labels
        .of()
        .forEach((account, label) -> {
          if (label.inCampaign()) {
            long[] count = counts.computeIfAbsent(label.campaign(), key -> new long[2]);
            count[0] += reported.containsKey(account) ? 1 : 0;
            count[1]++;
          }
        });
    return new Share(
        counts.values().stream().filter(count -> 2 * count[0] >= count[1]).count(), counts.size());
  }
}
