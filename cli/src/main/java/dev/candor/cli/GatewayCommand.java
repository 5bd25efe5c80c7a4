package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.gateway.Log;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Ruling;
import dev.candor.gateway.Settings;
import dev.candor.gateway.Upstream;
import dev.candor.gateway.journal.Journal;
import dev.candor.gateway.prompt.Inspection;
import dev.candor.gateway.proxy.Proxy;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Stands between developers' tools and model APIs. */
record GatewayCommand(Console console) implements Command {
  private static final String FINDINGS = "--findings";
  private static final String MOST_FINDINGS = "--most-findings";
  private static final String POLICY = "--policy";
  private static final String LOG_REQUESTS = "--log-requests";

  private static final long MIB = 1 << 20;
  private static final int STANDARD_MIB = 256;
  private static final long MOST_FILE = 16 * MIB;
  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final int PATIENCE_SECONDS = 60;

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Stands between developers' tools and model APIs, tells what marks their requests, and changes"
          + " nothing unless it is asked to.",
      "A tool is pointed at it with its own setting for the API's address, as"
          + " ANTHROPIC_BASE_URL=http://127.0.0.1:8377/anthropic. It ends on Ctrl-C or SIGTERM, when"
          + " what was begun is finished."
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    GatewayArguments.declare(spec);
    spec.addOption(
        Options.value(
                FINDINGS,
                Path.class,
                "FOLDER",
                "Keep what is found there; default: candor/gateway in $XDG_STATE_HOME or"
                    + " ~/.local/state.")
            .build());
    spec.addOption(
        Options.value(
                MOST_FINDINGS,
                Integer.class,
                "MIB",
                "Keep no more than that; default: " + STANDARD_MIB + ". Nothing is deleted.")
            .build());
    spec.addOption(
        Options.value(
                POLICY,
                Path.class,
                "FILE",
                "Refuse what this policy denies, by tool, version, upstream and date. It is read again"
                    + " when it changes.")
            .build());
    Options.flag(spec, LOG_REQUESTS, "Write a line for each request to standard error.");
    MechanismArguments.declare(spec);
  }

  @Override
  public int run(ParseResult arguments) {
    List<Upstream> upstreams = GatewayArguments.upstreams(arguments);
    Ruling modes = GatewayArguments.modes(arguments, upstreams);
    Settings settings = GatewayArguments.settings(arguments, upstreams, modes);
    int mib = arguments.matchedOptionValue(MOST_FINDINGS, STANDARD_MIB);
    if (mib < 1) {
      throw new InputException(MOST_FINDINGS + " must be 1 or more.");
    }
    Path folder =
        Options.path(arguments, FINDINGS)
            .orElseGet(() -> StateFolder.of(console).resolve("gateway"))
            .toAbsolutePath();
    Clock clock = Clock.systemUTC();
    Metrics metrics = new Metrics();
    Log log = new Log(console.messages(), clock, arguments.hasMatchedOption(LOG_REQUESTS));
    try (Interruption _ =
            Interruption.ofService(
                console,
                "The gateway has ended.",
                Thread.currentThread()::interrupt,
                PATIENCE_SECONDS);
        GatewayPolicy policy =
            GatewayPolicy.of(Options.path(arguments, POLICY), upstreams, modes, metrics, log);
        Journal journal = new Journal(folder, mib * MIB, MOST_FILE, metrics);
        Inspection inspection =
            new Inspection(
                MechanismArguments.of(arguments),
                settings.limits().inspected(),
                journal,
                metrics,
                clock);
        Proxy proxy =
            new Proxy(
                settings.ruledBy(policy.ruling()), inspection, metrics, log, journal::trouble)) {
      tell(settings, proxy, folder);
      awaitInterrupt();
      log.tell("draining", "seconds", Long.toString(DRAIN.toSeconds()));
      log.tell("drained", "whole", Boolean.toString(proxy.drain(DRAIN)));
    }
    return ExitStatus.NOTHING_COVERT;
  }

  private void tell(Settings settings, Proxy proxy, Path folder) {
    PrintWriter out = console.results();
    String scheme = settings.tls().isPresent() ? "https" : "http";
    out.println("The gateway listens on " + url(scheme, proxy.address()));
    for (Upstream upstream : settings.upstreams()) {
      String from =
          upstream.isByHost()
              ? "Host: " + upstream.name()
              : url(scheme, proxy.address()) + "/" + upstream.name();
      out.println(
          "  %s goes to %s://%s%s"
              .formatted(
                  from,
                  upstream.secure() ? "https" : "http",
                  upstream.authority(),
                  upstream.base()));
    }
    proxy
        .adminAddress()
        .ifPresent(address -> out.println("Metrics and health are on " + url("http", address)));
    out.println("Findings are kept in " + folder);
    out.flush();
  }

  private static String url(String scheme, InetSocketAddress address) {
    String number = address.getAddress().getHostAddress();
    return "%s://%s:%d"
        .formatted(
            scheme, number.indexOf(':') < 0 ? number : "[" + number + "]", address.getPort());
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // It is time to end; what follows may wait.
    }
  }
}
