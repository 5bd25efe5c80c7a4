package dev.candor.campaign.detect;

import java.util.List;

/**
 * An account that several people seem to use, as when it is sold on or lent. It stands apart: it is
 * no campaign, and binds none.
 *
 * @param score how many times as much as it takes to be listed, on average over the signs
 * @param reasons in words, with numbers
 */
public record Resold(String account, double score, List<String> reasons) {}
