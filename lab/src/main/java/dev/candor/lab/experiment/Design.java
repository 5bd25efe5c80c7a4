package dev.candor.lab.experiment;

import dev.candor.core.Sha256;
import dev.candor.lab.environment.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * In which environments a tool is run, and in which order. The same wish gives the same design.
 *
 * @param base what the others are compared with
 * @param trials in the order in which they begin
 * @param budget for what is added to them, too
 * @param seed of all that was drawn
 * @param classes from which levels were taken, contrasts not counted
 * @param untried what is known and left out, and why
 * @param coverage how many pairs of the levels that are combined stand together in some trial
 */
public record Design(
    Environment base,
    List<Planned> trials,
    Budget budget,
    long seed,
    List<LevelClass> classes,
    List<Untried> untried,
    Coverage coverage) {
  /**
   * @param covered of these
   * @param of pairs
   */
  public record Coverage(int covered, int of) {}

  /**
   * From what a design is made.
   *
   * @param recovered by a reading of the code
   * @param together by a reading of the code
   * @param seed of what is drawn
   */
  public record Wish(
      Environment base,
      Levels levels,
      List<Recovered> recovered,
      List<Together> together,
      Budget budget,
      long seed) {
    public Wish {
      recovered = List.copyOf(recovered);
      together = List.copyOf(together);
    }

    /** Without any knowledge of the code. */
    public static Wish blind(Budget budget, long seed) {
      return new Wish(Environment.base(), Levels.standard(), List.of(), List.of(), budget, seed);
    }
  }

  public Design {
    trials = List.copyOf(trials);
    classes = List.copyOf(classes);
    untried = List.copyOf(untried);
  }

  /** A design for that. */
  public static Design of(Wish wish) {
    return new Drafting(wish).design();
  }

  /** The same for the same trials in the same order, in hexadecimal. */
  public String fingerprint() {
    MessageDigest digest = Sha256.start();
    for (Planned planned : trials) {
      for (Map.Entry<String, String> level : planned.environment().levels().entrySet()) {
        digest.update(level.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(level.getValue().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      digest.update((byte) 1);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
