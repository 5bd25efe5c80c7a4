package dev.candor.cli;

import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a command may use of this machine for an exchange log. */
final class EngineArguments {
  private static final String MEMORY = "--memory";
  private static final String THREADS = "--threads";
  static final String SPILL = "--spill";

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})(MB|GB)");
  private static final long MEGABYTE = 1_000_000;
  private static final int MOST_THREADS = 256;

  private EngineArguments() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                MEMORY,
                String.class,
                "SIZE",
                "Memory of the database engine, as 500MB; what does not fit spills. Default: 4GB.")
            .build());
    spec.addOption(
        Options.value(THREADS, Integer.class, "N", "Threads of the engine. Default: 2.").build());
    spec.addOption(
        Options.value(
                SPILL,
                Path.class,
                "FOLDER",
                "Where it spills, into a folder of its own. Default: the system's for temporary files.")
            .build());
  }

  /**
   * As the options say.
   *
   * @throws InputException if one cannot be
   */
  static Resources of(ParseResult arguments) {
    Resources standard = Resources.standard();
    int threads = arguments.matchedOptionValue(THREADS, standard.threads());
    if (threads < 1 || threads > MOST_THREADS) {
      throw new InputException(
          "%s %d cannot be. Give 1 to %d.".formatted(THREADS, threads, MOST_THREADS));
    }
    Path spill = Options.path(arguments, SPILL).orElse(standard.spill());
    if (!Files.isDirectory(spill) || !Files.isWritable(spill)) {
      throw new InputException(
          "%s %s is no folder that can be written. Make it, or name another one."
              .formatted(SPILL, spill));
    }
    long memory =
        Options.text(arguments, MEMORY).map(size -> bytes(MEMORY, size)).orElse(standard.memory());
    return new Resources(memory, threads, spill);
  }

  /** Bytes for a process of its own that holds both the engine and what Java makes of the log. */
  static long ofAProcess(ParseResult arguments) {
    return Options.text(arguments, MEMORY)
        .map(size -> bytes(MEMORY, size))
        .orElse(8 * 1000 * MEGABYTE);
  }

  /**
   * What is written as 500MB or 8GB.
   *
   * @throws InputException if it is no size
   */
  static long bytes(String option, String size) {
    Matcher matcher = SIZE.matcher(size.toUpperCase(Locale.ROOT));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new InputException(
          "%s %s is no size. Write it as 500MB or 8GB.".formatted(option, size));
    }
    long unit = matcher.group(2).equals("GB") ? 1000 * MEGABYTE : MEGABYTE;
    return Long.parseLong(matcher.group(1)) * unit;
  }
}
