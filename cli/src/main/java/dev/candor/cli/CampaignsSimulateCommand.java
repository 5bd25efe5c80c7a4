package dev.candor.cli;

import dev.candor.campaign.simulate.Evasion;
import dev.candor.campaign.simulate.Simulation;
import dev.candor.campaign.simulate.SimulationRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Makes up an exchange log with labels. */
record CampaignsSimulateCommand(Console console) implements Command {
  private static final String OUTPUT = "--output";
  private static final String ORGANIC_ACCOUNTS = "--organic-accounts";
  private static final String EXCHANGES = "--exchanges";
  private static final String CAMPAIGN_ACCOUNTS = "--campaign-accounts";
  private static final String CAMPAIGN_EXCHANGES = "--campaign-exchanges";
  private static final String EVASION = "--evasion";
  private static final String VARY = "--vary";
  private static final String FIRST = "--first";
  private static final String DAYS = "--days";

  private static final int SOME_ACCOUNTS = 20_000;
  private static final long SOME_EACH = 120;

  /** A twenty-fifth of the published case. */
  private static final int SOME_CAMPAIGN_ACCOUNTS = 1000;

  /** The published case: 28.8 million exchanges of 25,000 accounts in 45 days. */
  private static final long CAMPAIGN_EACH = 1152;

  private static final LocalDate STANDARD_FIRST = LocalDate.of(2026, 5, 1);
  private static final int STANDARD_DAYS = 45;

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Makes up an exchange log: an organic population with campaigns in it, and the truth about each"
          + " account.",
      "Writes exchanges/DAY-PART.parquet, labels.csv and simulation.json. The same options give the same"
          + " bytes."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(OUTPUT, Path.class, "FOLDER", "Where: a new or empty folder.")
            .required(true)
            .build());
    number(spec, ORGANIC_ACCOUNTS, Integer.class, "Accounts of no campaign. Default: 20000.");
    number(spec, EXCHANGES, Long.class, "Their exchanges. Default: 120 for each.");
    number(spec, CAMPAIGN_ACCOUNTS, Integer.class, "Accounts of campaigns. Default: 1000.");
    number(spec, CAMPAIGN_EXCHANGES, Long.class, "Their exchanges. Default: 1152 for each.");
    spec.addOption(
        Options.value(
                EVASION,
                String[].class,
                "NAME",
                "What campaigns do so as not to be seen: "
                    + Arrays.stream(Evasion.values())
                        .map(Evasion::label)
                        .collect(Collectors.joining(", "))
                    + ". May be given several times.")
            .arity("1..*")
            .build());
    spec.addOption(
        Options.value(
                VARY,
                Double.class,
                "SHARE",
                "Draws each number that the simulation assumes anew, by the seed, up to so much smaller or"
                    + " larger: 0.3 for a factor of up to 1.3. Default: 0.")
            .build());
    spec.addOption(
        Options.value(FIRST, String.class, "DATE", "First day, in UTC. Default: 2026-05-01.")
            .build());
    number(spec, DAYS, Integer.class, "Days. Default: 45.");
    SeedArgument.declare(spec);
    EngineArguments.declare(spec);
  }

  private static void number(CommandSpec spec, String name, Class<?> type, String description) {
    spec.addOption(Options.value(name, type, "N", description).build());
  }

  @Override
  public int run(ParseResult arguments) {
    SimulationRequest request = request(arguments);
    Path output = arguments.matchedOptionValue(OUTPUT, Path.of(""));
    try (ProgressLine progress = new ProgressLine(console)) {
      Simulation.write(request, output, EngineArguments.of(arguments), progress);
    }
    PrintWriter results = console.results();
    results.println("log     " + output.resolve("exchanges"));
    results.println("labels  " + output.resolve("labels.csv"));
    results.flush();
    return ExitStatus.NOTHING_COVERT;
  }

  private static SimulationRequest request(ParseResult arguments) {
    int organic = arguments.matchedOptionValue(ORGANIC_ACCOUNTS, SOME_ACCOUNTS);
    int campaign = arguments.matchedOptionValue(CAMPAIGN_ACCOUNTS, SOME_CAMPAIGN_ACCOUNTS);
    String[] none = {};
    return new SimulationRequest(
        organic,
        arguments.matchedOptionValue(EXCHANGES, organic * SOME_EACH),
        campaign,
        arguments.matchedOptionValue(CAMPAIGN_EXCHANGES, campaign * CAMPAIGN_EACH),
        Arrays.stream(arguments.matchedOptionValue(EVASION, none))
            .map(Evasion::named)
            .collect(Collectors.toSet()),
        SeedArgument.of(arguments),
        arguments.matchedOptionValue(VARY, 0.0),
        first(arguments),
        arguments.matchedOptionValue(DAYS, STANDARD_DAYS));
  }

  private static LocalDate first(ParseResult arguments) {
    Optional<String> date = Options.text(arguments, FIRST);
    try {
      return date.map(LocalDate::parse).orElse(STANDARD_FIRST);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(),
          "%s %s is no date; write it as 2026-05-01".formatted(FIRST, date.orElse("")),
          e);
    }
  }
}
