package dev.candor.campaign.detect;

import java.util.List;
import java.util.Map;

/**
 * What can be drawn of a campaign.
 *
 * @param course of its members
 * @param ties of each kind those that most members hold, at most {@link #TIES}
 * @param shared how many devices, payments and addresses at least two members hold
 */
public record Portrait(Course course, List<Tie> ties, Map<Family, Integer> shared) {
  /** Of each kind. */
  public static final int TIES = 8;
}
