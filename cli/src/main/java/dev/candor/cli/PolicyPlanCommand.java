package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.check.Checking;
import dev.candor.fleet.check.PolicyCheck;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.plan.Answer;
import dev.candor.fleet.plan.Applying;
import dev.candor.fleet.plan.Journal;
import dev.candor.fleet.plan.Plan;
import dev.candor.fleet.plan.PlanFormat;
import dev.candor.fleet.plan.Planning;
import dev.candor.fleet.plan.Programs;
import dev.candor.policy.PolicyInForce;
import dev.candor.text.Visible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells which commands remove what a policy denies and install what it names instead, and runs
 * them.
 *
 * @param in where answers come from
 */
record PolicyPlanCommand(Console console, InputStream in) implements Command {
  private static final String ROOT = "--root";
  private static final String INVENTORY = "--inventory";
  private static final String APPLY = "--apply";
  private static final String YES = "--yes";
  private static final String JOURNAL = "--journal";
  private static final String RESUME = "--resume";
  private static final String UNDO = "--undo";
  private static final String QUARANTINE = "--quarantine";
  private static final Path USUAL = Path.of("candor-plan.jsonl");
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells which commands remove what a policy denies on this machine, and install what it names"
          + " instead.",
      "With --apply they are run one by one, each after it was asked for. A journal says what became"
          + " of each; by it a plan that was interrupted goes on, or is taken back.",
      "The exit status is 1 while something that is denied is left, else 0; 2 when a step failed."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    PolicyArguments.policy(spec);
    PolicyArguments.at(spec);
    path(spec, ROOT, "DIR", "Plan for what is below DIR, as if it were /; default: this machine.");
    path(
        spec,
        INVENTORY,
        "FILE",
        "Plan for the machine of that inventory, which was taken before; nothing is run then.");
    Options.flag(spec, APPLY, "Run the commands. Each is asked for.");
    Options.flag(spec, YES, "Ask for none of them.");
    path(
        spec,
        JOURNAL,
        "FILE",
        "Write down there what became of each step; default: %s in this folder.".formatted(USUAL));
    path(spec, RESUME, "JOURNAL", "Go on with a plan that was interrupted.");
    path(spec, UNDO, "JOURNAL", "Take back what was done, as far as there are commands for it.");
    path(
        spec,
        QUARANTINE,
        "DIR",
        "Move executables there; default: candor-quarantine below the root's /var/lib.");
    ReportArguments.declare(spec, PlanFormat.class, "Changes nothing: all is shown.");
  }

  private static void path(CommandSpec spec, String name, String label, String description) {
    spec.addOption(Options.value(name, Path.class, label, description).build());
  }

  @Override
  public int run(ParseResult arguments) {
    Optional<Path> resume = Options.path(arguments, RESUME);
    Optional<Path> undo = Options.path(arguments, UNDO);
    if (resume.isPresent() || undo.isPresent()) {
      if (resume.isPresent() && undo.isPresent()) {
        throw wrong(arguments, RESUME + " and " + UNDO + " are two things; name one");
      }
      requireAnswers(arguments);
      try (Journal journal = Journal.open(resume.or(() -> undo).orElseThrow())) {
        Applying applying = applying(arguments, journal);
        return status(undo.isPresent() ? applying.undo() : applying.apply());
      }
    }
    Consumer<Plan> destinations =
        ReportArguments.destinations(arguments, console, PlanFormat.class, " of a plan");
    boolean apply = arguments.hasMatchedOption(APPLY);
    if (apply) {
      requireAnswers(arguments);
      if (arguments.hasMatchedOption(INVENTORY)) {
        throw wrong(
            arguments,
            "An inventory that was taken before may be of another machine or time; leave out "
                + INVENTORY
                + " with "
                + APPLY);
      }
    }
    Plan plan = plan(arguments);
    destinations.accept(plan);
    if (!apply || plan.steps().isEmpty()) {
      return plan.steps().isEmpty() && plan.byHand().isEmpty()
          ? ExitStatus.NOTHING_COVERT
          : ExitStatus.COVERT;
    }
    try (Journal journal = Journal.create(Options.path(arguments, JOURNAL).orElse(USUAL), plan)) {
      int status = status(applying(arguments, journal).apply());
      return status == ExitStatus.NOTHING_COVERT && !plan.byHand().isEmpty()
          ? ExitStatus.COVERT
          : status;
    }
  }

  private Plan plan(ParseResult arguments) {
    PolicyInForce policy = PolicyArguments.policy(arguments);
    Instant at = PolicyArguments.at(arguments, policy.policy());
    Path root = Options.path(arguments, ROOT).orElse(Path.of("/")).toAbsolutePath().normalize();
    Inventory inventory =
        Options.path(arguments, INVENTORY)
            .map(PolicyPlanCommand::only)
            .orElseGet(() -> InventoryCommand.taken(console, root));
    Checking checking = new Checking(policy, at, 0, false);
    checking.accept(inventory);
    PolicyCheck check = checking.result(Version.engine(), Instant.now());
    return Planning.of(
        check,
        inventory,
        root,
        Options.path(arguments, QUARANTINE)
            .map(it -> it.toAbsolutePath().normalize())
            .orElse(root.resolve("var/lib/candor-quarantine")),
        Catalogue.supplied(),
        Version.engine(),
        Instant.now());
  }

  private static Inventory only(Path file) {
    List<Inventory> all = InventoryFile.all(file);
    if (all.size() != 1) {
      throw new InputException(
          "%s holds %d inventories, and a plan is for one machine. Name a file with one."
              .formatted(Visible.of(file.toString()), all.size()));
    }
    return all.getFirst();
  }

  private void requireAnswers(ParseResult arguments) {
    if (!arguments.hasMatchedOption(YES) && !console.errIsTerminal()) {
      throw wrong(
          arguments, "Each step is asked for, and there is no terminal; say " + YES + " for all");
    }
  }

  private Applying applying(ParseResult arguments, Journal journal) {
    Function<String, Answer> ask = arguments.hasMatchedOption(YES) ? _ -> Answer.YES : asking();
    return new Applying(
        journal,
        Programs.ofMachine(PATIENCE),
        ask,
        line -> console.messages().println(Visible.of(line)),
        Clock.systemUTC());
  }

  /** One reader for all answers, since it reads ahead. */
  private Function<String, Answer> asking() {
    BufferedReader answers = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    return question -> answer(question, answers);
  }

  /** Whatever is no clear yes is none. */
  private Answer answer(String question, BufferedReader answers) {
    PrintWriter out = console.messages();
    question.lines().forEach(line -> out.println(Visible.of(line)));
    out.print("Run this? [y]es, [n]o, [q]uit: ");
    out.flush();
    try {
      String line = answers.readLine();
      return line == null
          ? Answer.STOP
          : switch (line.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Answer.YES;
            case "q", "quit" -> Answer.STOP;
            default -> Answer.NO;
          };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(Applying.Ending ending) {
    return switch (ending) {
      case DONE -> ExitStatus.NOTHING_COVERT;
      case PARTLY -> ExitStatus.COVERT;
      case FAILED -> ExitStatus.NOT_DONE;
    };
  }

  private static ParameterException wrong(ParseResult arguments, String message) {
    return new ParameterException(arguments.commandSpec().commandLine(), message);
  }
}
