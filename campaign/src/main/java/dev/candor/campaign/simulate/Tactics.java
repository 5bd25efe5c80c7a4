package dev.candor.campaign.simulate;

import java.util.Set;

/**
 * How the accounts of a campaign act. The ways are those that public reports name (docs/campaigns/
 * simulate.md lists them); reports give few numbers, so most numbers here are assumptions, chosen
 * so that what evading costs its operator stays believable.
 *
 * @param dilution share of an account's exchanges that is somebody's ordinary traffic
 */
public record Tactics(
    Creation creation,
    Payments payments,
    Addresses addresses,
    Devices devices,
    Timing timing,
    Texts texts,
    Pivot pivot,
    double dilution) {
  /**
   * How accounts come to be.
   *
   * @param batch median number that is made in one go
   * @param hours that a batch takes
   * @param before share that is made before the log begins; the others replace banned ones
   * @param daysBefore how long before its first exchange a batch is made, at most
   */
  public record Creation(int batch, double hours, double before, double daysBefore) {}

  /**
   * How they pay.
   *
   * @param each accounts to one payment instrument, on average
   * @param none share that lives on free credit
   * @param days after which an account gets another instrument
   */
  public record Payments(double each, double none, int days) {}

  /**
   * Where they seem to be.
   *
   * @param each accounts to one prefix of the campaign's own pool in data centres, on average
   * @param some prefixes of that pool which one account uses at a time
   * @param days after which an account gets others
   * @param residential share of sessions that come from a household's prefix instead
   */
  public record Addresses(double each, int some, double days, double residential) {}

  /**
   * With what they connect.
   *
   * @param each accounts to one fingerprint of the campaign's own, on average
   * @param some of them that one account uses
   * @param common share of accounts whose fingerprint is that of a wide-spread library
   */
  public record Devices(double each, int some, double common) {}

  /**
   * When they act.
   *
   * @param shard accounts that get work from the same queue
   * @param rounds in which a queue hands it out, a day
   * @param window length of a round, in seconds
   * @param alone share of exchanges outside of rounds, at a person's hours
   * @param unequal spread of the accounts' volumes (sigma of the logarithm)
   */
  public record Timing(int shard, double rounds, double window, double alone, double unequal) {}

  /**
   * What they send.
   *
   * @param templates of user texts, one for so many accounts, at least 20 and at most 400
   * @param turned bits of a sketch that filling in a template turns over, at most
   * @param reworded share of texts that are reworded
   * @param rewordedBits bits that this turns over, at most
   * @param systems texts of system prompts of the campaign's own
   * @param borrowed share of accounts with a popular tool's system prompt instead
   * @param narrow share of exchanges in the campaign's capability
   */
  public record Texts(
      double templates,
      int turned,
      double reworded,
      int rewordedBits,
      int systems,
      double borrowed,
      double narrow) {}

  /**
   * How they take up a new model.
   *
   * @param latest hours after its launch at which a campaign begins to move
   * @param hours until all of it has
   * @param share of exchanges that go to it from then on
   */
  public record Pivot(double latest, double hours, double share) {}

  /** Those of a campaign that uses these evasions. */
  public static Tactics with(Set<Evasion> evasions) {
    boolean payments = evasions.contains(Evasion.ROTATED_PAYMENTS);
    boolean addresses = evasions.contains(Evasion.RESIDENTIAL_ADDRESSES);
    boolean texts = evasions.contains(Evasion.PARAPHRASED_PROMPTS);
    boolean timing = evasions.contains(Evasion.JITTERED_TIMING);
    return new Tactics(
        new Creation(60, 4, 0.8, 20),
        // Virtual cards cost money each, and issuers limit them: some serve two or three accounts.
        payments ? new Payments(1.15, 0.15, 20) : new Payments(20, 0.15, 1000),
        // A residential pool is paid by volume, and long answers go the cheap way.
        new Addresses(20, 4, 6, addresses ? 0.95 : 0.05),
        new Devices(8, 2, 0.3),
        timing ? new Timing(60, 20, 5400, 0.35, 0.6) : new Timing(60, 12, 90, 0.1, 0.15),
        texts ? new Texts(8, 4, 0.9, 22, 4, 0.6, 0.92) : new Texts(8, 4, 0, 0, 4, 0.1, 0.92),
        new Pivot(18, 2, 0.95),
        evasions.contains(Evasion.DILUTION) ? 0.5 : 0);
  }
}
