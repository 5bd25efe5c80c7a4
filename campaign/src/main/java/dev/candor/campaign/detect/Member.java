package dev.candor.campaign.detect;

import java.util.List;

/**
 * An account of a campaign.
 *
 * @param score bits by which its conduct exceeds what it takes, given who else holds what it shares
 * @param reasons in words, with numbers
 */
public record Member(String account, double score, List<String> reasons) {}
