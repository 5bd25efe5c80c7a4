package dev.candor.campaign.evaluate;

import java.util.Map;

/**
 * What is known of accounts.
 *
 * @param of each account
 */
public record Labels(Map<String, Label> of) {
  /**
   * What is known of an account.
   *
   * @param campaign its campaign; empty for none
   * @param kind organic, office, campaign and the like
   */
  public record Label(String campaign, String kind) {
    public boolean inCampaign() {
      return !campaign.isEmpty();
    }
  }
}
