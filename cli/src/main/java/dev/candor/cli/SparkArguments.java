package dev.candor.cli;

import dev.candor.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which engine of SQL does the work, and where Spark is. */
final class SparkArguments {
  static final String MASTER = "--master";
  static final String EXECUTOR_MEMORY = "--executor-memory";
  private static final String ENGINE = "--engine";
  private static final long MEBIBYTE = 1 << 20;
  private static final String DUCKDB = "duckdb";
  private static final String SPARK = "spark";

  private SparkArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(ENGINE, String.class, "ENGINE", "duckdb or spark. Default: duckdb.")
            .completionCandidates(() -> List.of(DUCKDB, SPARK).iterator())
            .build());
    spec.addOption(
        Options.value(
                MASTER,
                String.class,
                "URL",
                "With --engine spark, where: local[N] or spark://HOST:PORT. Default: local[2].")
            .build());
    spec.addOption(
        Options.value(
                EXECUTOR_MEMORY,
                String.class,
                "SIZE",
                "Memory of each of a cluster's executors, as 4GB. Default: 2GB.")
            .build());
  }

  /**
   * What the driver is told of them.
   *
   * @param threads of this machine, if it does the work itself
   * @param installed whether an installed Spark is used, which may have a master of its own
   */
  static List<String> handed(ParseResult arguments, int threads, boolean installed) {
    List<String> handed = new ArrayList<>();
    Optional<String> master = Options.text(arguments, MASTER);
    if (master.isPresent() || !installed) {
      handed.addAll(List.of(MASTER, master.orElse("local[" + threads + "]")));
    }
    Options.text(arguments, EXECUTOR_MEMORY)
        .map(size -> EngineArguments.bytes(EXECUTOR_MEMORY, size) / MEBIBYTE)
        .ifPresent(size -> handed.addAll(List.of(EXECUTOR_MEMORY, Math.max(1, size) + "m")));
    return handed;
  }

  /**
   * Whether Spark does it.
   *
   * @throws InputException if there is no such engine, or an option of Spark without it
   */
  static boolean chosen(ParseResult arguments) {
    String engine = Options.text(arguments, ENGINE).orElse(DUCKDB);
    if (!engine.equals(DUCKDB) && !engine.equals(SPARK)) {
      throw new InputException(
          "There is no engine %s. Write %s %s or %s %s."
              .formatted(engine, ENGINE, DUCKDB, ENGINE, SPARK));
    }
    boolean spark = engine.equals(SPARK);
    for (String option : List.of(MASTER, EXECUTOR_MEMORY)) {
      Optional<String> value = Options.text(arguments, option);
      if (value.isPresent() && !spark) {
        throw new InputException("%s goes with %s %s.".formatted(option, ENGINE, SPARK));
      }
    }
    return spark;
  }
}
