package dev.candor.campaign.detect;

/**
 * How detection is done.
 *
 * @param smallest accounts of the smallest campaign that is reported; below six, households are
 * @param decoys how often chance is tried
 */
public record Options(int smallest, int decoys) {
  /** Eight accounts, four decoys. */
  public static final Options STANDARD = new Options(8, 4);

  public Options {
    if (smallest < 4 || decoys < 1) {
      throw new IllegalArgumentException("at least four accounts and one decoy");
    }
  }
}
