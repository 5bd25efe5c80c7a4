package dev.candor.campaign.simulate;

import dev.candor.core.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that campaigns do so as not to be seen. What it changes to what: {@link Tactics}. */
public enum Evasion {
  /** Nearly every account has a payment instrument of its own. */
  ROTATED_PAYMENTS,
  /** Nearly all traffic comes from household addresses, a new one each session. */
  RESIDENTIAL_ADDRESSES,
  /** Prompts are reworded by machine before they are sent. */
  PARAPHRASED_PROMPTS,
  /** Rounds are drawn out, and a part of the traffic follows a person's day. */
  JITTERED_TIMING,
  /** Half of what an account sends is other people's ordinary traffic. */
  DILUTION;

  /** As on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The evasion of that name.
   *
   * @throws InputException if there is none
   */
  public static Evasion named(String label) {
    return Arrays.stream(values())
        .filter(evasion -> evasion.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new InputException(
                "There is no evasion %s. Choose of %s."
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(Evasion::label)
                            .collect(Collectors.joining(", ")))));
  }
}
