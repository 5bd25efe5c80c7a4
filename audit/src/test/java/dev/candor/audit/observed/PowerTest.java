package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Simulation.Mark;
import dev.candor.audit.observed.Simulation.Sayings;
import dev.candor.core.Form;
import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Levels;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.experiment.Together;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * How often an experiment finds what is there, by trials. Prints the table of docs/inference.md;
 * bench/power.sh runs it.
 */
@Tag("power")
@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = ThreadMode.SAME_THREAD)
class PowerTest {
  private static final int EXPERIMENTS = 20;
  private static final int WITHOUT_DEPENDENCE = 200;
  private static final int[] TRIALS = {20, 40, 60, 90};

  private static final Recovered ZONES =
      new Recovered("timezone", List.of("Asia/Shanghai", "Asia/Urumqi"), Match.EQUAL);
  private static final Recovered HOSTS =
      new Recovered(
          "endpoint",
          IntStream.range(0, 150).mapToObj("host-%d.example.org"::formatted).toList(),
          Match.DOT_SUFFIX);

  /**
   * A made-up tool with a mark.
   *
   * @param what in words, for the table
   * @param recovered by a reading of its code
   * @param factors that decide
   */
  private record Marked(
      String what,
      List<Recovered> recovered,
      List<Together> together,
      Mark mark,
      Set<String> factors) {

    /** In a world in which a fifth of all trials crash. */
    boolean isFound(int trials, int seed) {
      Design.Wish wish =
          new Design.Wish(
              Environment.base(),
              Levels.standard(),
              recovered,
              together,
              Budget.trials(trials),
              seed);
      return Simulation.run(wish, mark, Simulation.CRASHING).signals().stream()
          .anyMatch(
              one -> one.signal().form() != Form.PRESENCE && one.signal().all().equals(factors));
    }
  }

  private static final List<Marked> MARKED =
      List.of(
          new Marked(
              "two zones change the date's separator; read in the code",
              List.of(ZONES),
              List.of(),
              (environment, random) -> separator(isChinese(environment), Sayings.plain(random)),
              Set.of("timezone")),
          new Marked(
              "the same, not read",
              List.of(),
              List.of(),
              (environment, random) -> separator(isChinese(environment), Sayings.plain(random)),
              Set.of("timezone")),
          new Marked(
              "the same, not read, and in half of the runs only",
              List.of(),
              List.of(),
              (environment, random) ->
                  separator(isChinese(environment) && random.nextBoolean(), Sayings.plain(random)),
              Set.of("timezone")),
          new Marked(
              "150 hosts change the apostrophe; read",
              List.of(HOSTS),
              List.of(),
              (environment, random) -> apostrophe(isListed(environment), Sayings.plain(random)),
              Set.of("endpoint")),
          new Marked(
              "a host of the 150 in one of the two zones changes it; both read, and that both count",
              List.of(HOSTS, ZONES),
              List.of(new Together(Set.of("endpoint", "timezone"))),
              (environment, random) ->
                  apostrophe(
                      isListed(environment) && isChinese(environment), Sayings.plain(random)),
              Set.of("endpoint", "timezone")),
          new Marked(
              "with CI the first digit of a random id is even; not read",
              List.of(),
              List.of(),
              (environment, random) -> {
                String id = Simulation.hex(random, 15);
                int even = 2 * random.nextInt(8);
                boolean ci = environment.differing().containsKey("ci");
                int first = ci ? even : even + random.nextInt(2);
                return Sayings.plain(random).id(Character.forDigit(first, 16) + id);
              },
              Set.of("ci")));

  private static boolean isChinese(Environment environment) {
    return ZONES.values().contains(environment.levels().get("timezone"));
  }

  private static boolean isListed(Environment environment) {
    return HOSTS.values().stream()
        .anyMatch(host -> environment.levels().getOrDefault("endpoint", "").endsWith(host));
  }

  private static Sayings separator(boolean marked, Sayings plain) {
    return marked ? plain.separator("/") : plain;
  }

  private static Sayings apostrophe(boolean marked, Sayings plain) {
    return marked ? plain.apostrophe("\u2019") : plain;
  }

  @Test
  void marksAreFoundTheOftenerTheMoreIsTried() {
    System.out.println("| mark | " + row(Arrays.stream(TRIALS).boxed().toList()));
    System.out.println("| --- | " + row(Arrays.stream(TRIALS).mapToObj(_ -> "---").toList()));
    for (Marked marked : MARKED) {
      List<Long> percent = Arrays.stream(TRIALS).mapToObj(trials -> found(marked, trials)).toList();
      System.out.println("| " + marked.what() + " | " + row(percent));
    }
    assertThat(found(MARKED.getFirst(), 60)).isGreaterThanOrEqualTo(95);
  }

  /** In percent of the experiments. */
  private static long found(Marked marked, int trials) {
    return IntStream.range(0, EXPERIMENTS)
            .parallel()
            .filter(seed -> marked.isFound(trials, seed))
            .count()
        * 100
        / EXPERIMENTS;
  }

  private static String row(List<?> cells) {
    return cells.stream().map(String::valueOf).collect(Collectors.joining(" | ", "", " |"));
  }

  @Test
  void ofTwoHundredExperimentsWithoutDependenceAtMostTwoReportASignal() {
    List<Integer> reporting = Simulation.reporting(0, WITHOUT_DEPENDENCE);
    System.out.println("without dependence, reporting a signal: " + reporting.size() + " of 200");
    assertThat(reporting).hasSizeLessThanOrEqualTo(WITHOUT_DEPENDENCE / 100);
  }
}
