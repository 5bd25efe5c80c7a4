package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.check.PolicyReading;
import dev.candor.fleet.collect.Collector;
import dev.candor.fleet.collect.PolicyJudge;
import dev.candor.fleet.collect.Serving;
import dev.candor.fleet.collect.TlsFiles;
import dev.candor.fleet.collect.Tokens;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Retention;
import dev.candor.fleet.collect.store.Store;
import dev.candor.text.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Collects inventories that machines send, and shows pages of them. */
record InventoryServeCommand(Console console) implements Command {
  /** What is being received has 20 seconds. */
  private static final int PATIENCE_SECONDS = 30;

  private static final String LISTEN = "--listen";
  private static final String TOKENS = "--tokens";
  private static final String STORE = "--store";
  private static final String CERTIFICATE = "--certificate";
  private static final String KEY = "--key";
  private static final String BEHIND_PROXY = "--behind-proxy";
  private static final String KEEP = "--keep";
  private static final String KEEP_HISTORY = "--keep-history";
  private static final String PASSWORD = "CANDOR_STORE_PASSWORD";
  private static final int LONGEST_DAYS = 36_500;
  private static final int LAST_PORT = 65_535;

  /** IPv6 addresses stand in brackets, as in addresses of the web (RFC 3986). */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([A-Za-z0-9.-]+)):([0-9]{1,5})");

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Collects the inventories that machines send with candor inventory --post, keeps what was"
          + " where and when, and shows it as pages: where is what, what violates the policy since"
          + " when, what changed.",
      "An inventory is acknowledged when it is on disk. Machines and readers need tokens, which"
          + " candor inventory token makes.",
      "It runs until it is ended (Ctrl-C, SIGTERM); then it answers what it has begun to receive."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        Options.value(
                TOKENS, Path.class, "FILE", "Who may send and read; see candor inventory token.")
            .required(true)
            .build());
    spec.addOption(
        Options.value(
                LISTEN,
                String.class,
                "ADDRESS:PORT",
                "Where to listen; default: 127.0.0.1:%d. Elsewhere than on this machine it needs a"
                        .formatted(Serving.USUAL_PORT)
                    + " certificate.")
            .build());
    spec.addOption(
        Options.value(
                STORE,
                String.class,
                "FOLDER|JDBC",
                "Where it is kept: a folder, or jdbc:postgresql://HOST/DATABASE?user=NAME with the"
                    + " password in "
                    + PASSWORD
                    + ". Default: candor/fleet in $XDG_STATE_HOME or ~/.local/state.")
            .build());
    spec.addOption(
        Options.value(PolicyArguments.POLICY, Path.class, "FILE", "Show what violates that policy.")
            .build());
    spec.addOption(
        Options.value(
                CERTIFICATE, Path.class, "FILE", "The certificate and what it rests on, in PEM.")
            .build());
    spec.addOption(Options.value(KEY, Path.class, "FILE", "Its private key, in PEM.").build());
    Options.flag(
        spec, BEHIND_PROXY, "Listen beyond this machine without TLS: a proxy in front speaks it.");
    spec.addOption(
        Options.value(KEEP, Integer.class, "DAYS", "Keep whole inventories; default: 30.").build());
    spec.addOption(
        Options.value(
                KEEP_HISTORY,
                Integer.class,
                "DAYS",
                "Keep when tools came and went, and machines that are silent; default: 400.")
            .build());
  }

  @Override
  public int run(ParseResult arguments) {
    Serving serving = serving(arguments);
    Tokens tokens = Tokens.in(Options.path(arguments, TOKENS).orElseThrow());
    Judge judge =
        Options.path(arguments, PolicyArguments.POLICY)
            .map(file -> (Judge) new PolicyJudge(PolicyReading.inForce(file, Version.engine())))
            .orElse(Judge.NONE);
    PrintWriter messages = console.messages();
    CountDownLatch ending = new CountDownLatch(1);
    // The interruption is closed last: it lets the process go when all else is closed.
    try (Interruption _ =
            Interruption.ofService(console, "Ended.", ending::countDown, PATIENCE_SECONDS);
        Store store = store(arguments);
        Collector collector =
            Collector.start(
                serving,
                store,
                tokens,
                judge,
                Clock.systemUTC(),
                line -> messages.println("candor: " + Visible.of(line)))) {
      console.results().println("Listening on " + collector.address());
      await(ending);
    }
    return ExitStatus.NOTHING_COVERT;
  }

  private static void await(CountDownLatch ending) {
    try {
      ending.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Serving serving(ParseResult arguments) {
    String listen = Options.text(arguments, LISTEN).orElse("127.0.0.1:" + Serving.USUAL_PORT);
    Matcher matcher = ADDRESS.matcher(listen);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > LAST_PORT) {
      throw new InputException(
          "%s %s is no address and port. Write it as 127.0.0.1:%d or [::1]:%d."
              .formatted(LISTEN, Visible.of(listen, 80), Serving.USUAL_PORT, Serving.USUAL_PORT));
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Serving.at(
        host,
        Integer.parseInt(matcher.group(3)),
        tls(arguments),
        arguments.hasMatchedOption(BEHIND_PROXY));
  }

  private static Optional<TlsFiles> tls(ParseResult arguments) {
    Optional<Path> certificate = Options.path(arguments, CERTIFICATE);
    Optional<Path> key = Options.path(arguments, KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new ParameterException(
          arguments.commandSpec().commandLine(), CERTIFICATE + " and " + KEY + " go together");
    }
    return certificate.map(file -> new TlsFiles(file, key.orElseThrow()));
  }

  private Store store(ParseResult arguments) {
    Retention retention =
        new Retention(
            days(arguments, KEEP, Retention.USUAL.documents()),
            days(arguments, KEEP_HISTORY, Retention.USUAL.history()));
    Optional<String> named = Options.text(arguments, STORE);
    if (named.isPresent() && Store.isAddress(named.get())) {
      return Store.at(
          named.get(), Optional.ofNullable(console.environment().get(PASSWORD)), retention);
    }
    return Store.in(named.map(Path::of).orElseGet(this::usual), retention);
  }

  private Path usual() {
    return Optional.ofNullable(console.environment().get("XDG_STATE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
        .resolve("candor")
        .resolve("fleet");
  }

  private static Duration days(ParseResult arguments, String option, Duration usual) {
    int days = arguments.matchedOptionValue(option, (int) usual.toDays());
    if (days < 0 || days > LONGEST_DAYS) {
      throw new InputException("%s takes 0 to %d days.".formatted(option, LONGEST_DAYS));
    }
    return Duration.ofDays(days);
  }
}
