package dev.candor.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The tree of commands. */
final class Commands {
  private static final int NARROWEST_HELP = 55;
  private static final int WIDEST_HELP = 100;

  private Commands() {}

  static CommandLine on(Console console) {
    spareLookUps();
    CommandSpec root = CommandSpec.create().name("candor").versionProvider(new Version());
    Options.help(root);
    Options.version(root);
    root.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .description(
            "Tells what an AI coding tool says about the machine it runs on, and whether it says so"
                + " openly.")
        .footer(
            "",
            "PACKAGE is one of:",
            "  npm:@scope/name@1.2.3             name and version in the npm registry",
            "  pkg:npm/%%40scope/name@1.2.3       the same as a package URL",
            "  PATH                              a folder, an archive, or one file",
            "",
            "Exit status: 0 nothing covert, 1 covert or policy violated, 2 usage or input error,"
                + " 3 inconclusive.");
    add(root, new AuditCommand(console));
    add(root, new ObserveCommand(console));
    add(root, new CompareCommand(console));
    add(root, new ScanCommand(console));
    add(root, new TrackCommand(console));
    add(root, new WatchCommand(console));
    add(root, new RecordCommand(console));
    add(root, new VerifyCommand(console));
    add(root, new AttestCommand(console));
    CommandSpec key = group("key", "Makes keys with which reports are signed.");
    add(key, new KeyNewCommand(console));
    root.addSubcommand(key.name(), key);
    CommandSpec disclosure =
        group("disclosure", "Holds reports against what vendors declare that their tools send.");
    add(disclosure, new DisclosureCheckCommand(console));
    root.addSubcommand(disclosure.name(), disclosure);
    add(root, new RequestCommand(console));
    add(root, new ExposureCommand(console));
    add(root, new DecodeCommand(console));
    add(root, new GatewayCommand(console));
    add(root, new TextCommand(console, System.in));
    CommandSpec inventory = add(root, new InventoryCommand(console));
    add(inventory, new InventoryServeCommand(console));
    add(inventory, new InventoryTokenCommand(console));
    add(root, new FactorsCommand(console));
    add(root, new RecipesCommand(console));
    CommandSpec policy =
        group("policy", "Tells which tools a policy denies where, since when, and what instead.");
    add(policy, new PolicyCheckCommand(console, System.in));
    add(policy, new PolicyExplainCommand(console, System.in));
    add(policy, new PolicyTestCommand(console));
    add(policy, new PolicyDiffCommand(console, System.in));
    add(policy, new PolicyPlanCommand(console, System.in));
    root.addSubcommand(policy.name(), policy);
    CommandSpec campaigns =
        group("campaigns", "Finds coordinated accounts in exchange logs, and makes such logs.");
    add(campaigns, new CampaignsDetectCommand(console));
    add(campaigns, new CampaignsEvaluateCommand(console));
    add(campaigns, new CampaignsSketchCommand(console));
    add(campaigns, new CampaignsSimulateCommand(console));
    root.addSubcommand(campaigns.name(), campaigns);
    CommandSpec specimen =
        group("specimen", "Lists, writes and evaluates labelled example programs.");
    add(specimen, new SpecimenListCommand(console));
    add(specimen, new SpecimenWriteCommand(console));
    add(specimen, new SpecimenEvaluateCommand(console));
    add(specimen, new SpecimenAuditCommand(console));
    root.addSubcommand(specimen.name(), specimen);
    add(root, new CompletionCommand(console));
    return new CommandLine(root)
        .setOut(console.results())
        .setErr(console.messages())
        .setColorScheme(Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.clamp(console.width(), NARROWEST_HELP, WIDEST_HELP));
  }

  /** picocli looks through all jars for Groovy, and makes converters that nobody uses. */
  private static void spareLookUps() {
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java.sql.*,java.time.*");
  }

  private static CommandSpec add(CommandSpec parent, Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
    Options.help(spec);
    command.declare(spec);
    spec.usageMessage().description(command.description());
    parent.addSubcommand(command.name(), spec);
    return spec;
  }

  private static CommandSpec group(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    Options.help(spec);
    spec.usageMessage().synopsisSubcommandLabel("COMMAND").description(description);
    return spec;
  }

  /**
   * Does what the arguments ask for.
   *
   * @return the exit status
   * @throws ParameterException if they lack a command
   */
  static int run(ParseResult arguments) {
    if (CommandLine.executeHelpRequest(arguments) != null) {
      return ExitStatus.NOTHING_COVERT;
    }
    CommandLine last = arguments.asCommandLineList().getLast();
    if (last.getCommandSpec().userObject() instanceof Command command) {
      return command.run(last.getParseResult());
    }
    throw new ParameterException(last, "Missing a command");
  }
}
