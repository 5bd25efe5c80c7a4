package dev.candor.cli;

import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Which exchange logs are worked on, and with how much of the machine. */
final class CampaignArguments {
  private static final String MEMORY = "--memory";
  private static final String THREADS = "--threads";
  private static final String SPILL = "--spill";
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s?([kmgt])i?b?");
  private static final int MOST_THREADS = 1_024;

  private CampaignArguments() {}

  static void logs(CommandSpec spec, String arity) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("LOG")
            .arity(arity)
            .type(Path[].class)
            .description("Exchange logs: Parquet, CSV or JSON lines, or folders of them.")
            .build());
  }

  static void resources(CommandSpec spec) {
    spec.addOption(
        Options.value(
                MEMORY,
                String.class,
                "SIZE",
                "Memory of the database, as 4GB; what does not fit goes to disk. Default: 4GB.")
            .build());
    spec.addOption(
        Options.value(THREADS, Integer.class, "N", "Threads of the database. Default: 2.").build());
    spec.addOption(
        Options.value(
                SPILL,
                Path.class,
                "FOLDER",
                "Where it puts what does not fit. Default: the system's folder for temporary files.")
            .build());
  }

  static List<Path> logs(ParseResult arguments) {
    return List.of(arguments.matchedPositionalValue(0, new Path[0]));
  }

  static Resources resources(ParseResult arguments) {
    int threads = arguments.matchedOptionValue(THREADS, 2);
    if (threads < 1 || threads > MOST_THREADS) {
      throw new InputException("%s takes a number from 1 to %d.".formatted(THREADS, MOST_THREADS));
    }
    return new Resources(
        size(Options.text(arguments, MEMORY).orElse("4GB")),
        threads,
        Options.path(arguments, SPILL).orElse(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** Bytes; decimal and binary prefixes are the same here, the binary one. */
  static long size(String text) {
    Matcher parts = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new InputException("%s takes a size such as 8GB or 512MB.".formatted(MEMORY));
    }
    return Long.parseLong(parts.group(1)) << 10 * (1 + "kmgt".indexOf(parts.group(2)));
  }
}
