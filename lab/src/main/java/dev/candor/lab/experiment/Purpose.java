package dev.candor.lab.experiment;

import java.util.List;
import java.util.Set;

/** Why a trial is run. */
public sealed interface Purpose {
  /** The word for fresh trials. */
  String CONFIRMATION = "confirmation";

  /** In a word or two, without what it is about. */
  default String word() {
    return switch (this) {
      case Replicate _ -> "replicate";
      case OneLevel _ -> "one level";
      case Joint _ -> "joint";
      case Pairs _ -> "pairs";
      case Confirmation _ -> CONFIRMATION;
      case FollowUp _ -> "follow-up";
    };
  }

  /** To see what differs by itself: the base once more. */
  record Replicate() implements Purpose {}

  /**
   * To see what one level does.
   *
   * @param of the name of its class
   * @param entries for which the level stands
   */
  record OneLevel(String factor, String level, String of, List<String> entries) implements Purpose {
    public OneLevel {
      entries = List.copyOf(entries);
    }
  }

  /** To see what levels do together that the code reads together. */
  record Joint(Set<String> factors) implements Purpose {
    public Joint {
      factors = new Together(factors).factors();
    }
  }

  /** To see pairs of levels of any two factors. */
  record Pairs() implements Purpose {}

  /**
   * To see a signal again.
   *
   * @param signal as inference calls it
   * @param symbol which one is expected, from 0
   */
  record Confirmation(String signal, int symbol) implements Purpose {}

  /** Something that what was seen calls for. */
  record FollowUp(String why) implements Purpose {}
}
