package dev.candor.lab.trial;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a trial takes beyond what its tool takes: beside the same program under a bare unshare. */
final class TrialOverhead {
  /** Milliseconds. */
  private static final double LIMIT = 150;

  private static final List<String> PROGRAM = List.of("/bin/sleep", "0.3");

  private TrialOverhead() {}

  /**
   * @param arguments rounds, and trials at once
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    int atOnce = Integer.parseInt(arguments[1]);
    Trial trial = staging().in(Environment.base()).trial();
    try (Lab lab = Lab.open();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      Callable<Object> room = () -> lab.run(trial);
      measure(threads, atOnce, 3, room); // warm
      List<Double> rooms = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        rooms.addAll(measure(threads, atOnce, 1, room));
        bare.addAll(measure(threads, atOnce, 1, TrialOverhead::unshare));
      }
      double inRoom = median(rooms);
      double without = median(bare);
      double beyond = inRoom - without;
      System.out.printf(
          "| %d | %.0f | %.0f | %.0f | %s (≤ 150 ms) |%n",
          atOnce, inRoom, without, beyond, beyond <= LIMIT ? "PASS" : "over the limit");
      if (beyond > LIMIT) {
        System.exit(1);
      }
    }
  }

  private static List<Double> measure(
      ExecutorService threads, int atOnce, int rounds, Callable<Object> work) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Callable<Double>> all = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        all.add(() -> {
          long start = System.nanoTime();
          work.call();
          return (System.nanoTime() - start) / 1e6;
        });
      }
      for (Future<Double> time : threads.invokeAll(all)) {
        times.add(time.get());
      }
    }
    return times;
  }

  private static Object unshare() throws Exception {
    List<String> words =
        new ArrayList<>(
            Arrays.asList(
                "unshare",
                "--user",
                "--map-root-user",
                "--net",
                "--mount",
                "--pid",
                "--uts",
                "--ipc",
                "--fork",
                "--mount-proc"));
    words.addAll(PROGRAM);
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private static Staging staging() {
    Recipe recipe =
        new Recipe(
            "sleep",
            "pkg:generic/sleep",
            Optional.empty(),
            List.of(),
            PROGRAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of());
    return new Staging(
        recipe,
        new Staging.Program(List.<RoomPlan.Bind>of(), List.of(), List.of(PROGRAM.getFirst())),
        "",
        Bounds.DEFAULT);
  }
}
