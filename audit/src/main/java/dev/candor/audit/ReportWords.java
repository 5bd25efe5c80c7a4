package dev.candor.audit;

import dev.candor.audit.observed.Observed;
import dev.candor.core.Recovery;
import dev.candor.core.Subject;

/** What the reports for people all say in the same words, whatever they are written in. */
public final class ReportWords {
  public static final String SIGNAL = "Signal: ";
  public static final String READABLE = "Differences that can be read there";
  public static final String NOT_SEEN_AGAIN = "Seemed to depend, and was not seen again";
  public static final String NOT_TRIED_AGAIN = "Seemed to depend, and was not tried again";
  public static final String EXPLAINED = "Depends on the environment, and can be read there";
  public static final String TOLD = "What it told whom about this environment";
  public static final String PROBES = "Probes: what it reads of its environment";
  public static final String EXPLAINED_FLOW = "explained flow";
  public static final String NO_LIST = "decoded, but no list";
  public static final String SUPPRESSED = "Suppressed findings";
  public static final String NOT_SEEN = "Not seen";
  public static final String NOTES = "Notes";

  private static final int DIGEST = 16;

  private ReportWords() {}

  /** Package URL and the beginning of the digest. */
  public static String identity(Subject subject) {
    return subject
        .digest()
        .map(digest -> subject.purl() + " " + digest.algorithm() + ":" + shortened(digest.hex()))
        .orElse(subject.purl());
  }

  /** Enough to compare by eye; the reports that are files have it whole. */
  private static String shortened(String hex) {
    return hex.length() <= DIGEST ? hex : hex.substring(0, DIGEST) + "…";
  }

  /** As {@code 58 in 40 environments, seed 1}. */
  public static String trials(Observed observed) {
    return "%d in %d environments, seed %d"
        .formatted(observed.trials().size(), observed.environments(), observed.seed());
  }

  /** How a table was read. */
  public static String of(Recovery recovery) {
    return switch (recovery) {
      case Recovery.Searched() -> "encodings and keys were tried; no code was run";
      case Recovery.Evaluated(var decoder, var expression) ->
          "the decoder at %s was evaluated in an interpreter without access to the machine: %s"
              .formatted(decoder, expression);
    };
  }

  /** As {@code covert means that something that is sent depends on …}. */
  public static String of(Verdict verdict) {
    return verdict.word()
        + " means that "
        + switch (verdict) {
          case COVERT ->
              "something that is sent depends on the environment in a way that a reader of the"
                  + " traffic would not notice.";
          case OPAQUE ->
              "nothing covert was confirmed, but something is sent that nobody can read and that"
                  + " may hold or depend on the environment.";
          case CANDID ->
              "nothing covert was confirmed, and whatever was seen to depend on the environment"
                  + " where a model is asked can be read there.";
          case INCONCLUSIVE -> "not enough was seen to say.";
        };
  }
}
