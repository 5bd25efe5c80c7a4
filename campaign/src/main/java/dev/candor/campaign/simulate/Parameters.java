package dev.candor.campaign.simulate;

/**
 * What the organic population is like; docs/campaigns/simulate.md gives the reason for each number.
 *
 * @param population who there is
 * @param use what they do
 */
public record Parameters(Population population, Use use) {
  /**
   * Shares of accounts; those that are left are one person each.
   *
   * @param inside share of one-person accounts that are opened while the log runs
   * @param age mean age of the others when it begins, in days
   * @param free share of people without a payment instrument
   * @param spread of volumes (sigma of the logarithm): some accounts send a thousand times the
   *     median
   */
  public record Population(
      double family,
      double office,
      double carrier,
      double vpn,
      double classroom,
      double ci,
      double researcher,
      double reseller,
      double inside,
      double age,
      double free,
      double spread) {}

  /**
   * What people do.
   *
   * @param session mean number of exchanges in a session
   * @param gap median of seconds between two
   * @param again share of exchanges with the same user text as the one before: a tool's loop
   * @param common share of exchanges with one of the texts that everybody sends, as "continue"
   * @param commonTexts how many of those there are
   * @param readers share of accounts that fill in templates of public collections
   * @param collection templates in them
   * @param fingerprint share of devices whose fingerprint is common to all of their make
   * @param fingerprints how many makes there are
   * @param tools popular tools, each with system prompts of its own
   * @param direct share of people who call the interface by a library, without a tool
   * @param firstDay share of people who take up a new model within a day of its launch
   * @param daily share of the others who do on each further day
   */
  public record Use(
      double session,
      double gap,
      double again,
      double common,
      int commonTexts,
      double readers,
      int collection,
      double fingerprint,
      int fingerprints,
      int tools,
      double direct,
      double firstDay,
      double daily) {}

  /** Those that simulations use. */
  public static Parameters standard() {
    return new Parameters(
        new Population(0.05, 0.2, 0.1, 0.06, 0.04, 0.025, 0.003, 0.004, 0.12, 250, 0.35, 1.4),
        new Use(7, 35, 0.45, 0.12, 400, 0.15, 3000, 0.2, 60, 24, 0.12, 0.25, 0.05));
  }
}
