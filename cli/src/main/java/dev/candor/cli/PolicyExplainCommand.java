package dev.candor.cli;

import dev.candor.artifact.PackageReference;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.InputException;
import dev.candor.fleet.check.ExplainedFormat;
import dev.candor.fleet.check.Installed;
import dev.candor.fleet.check.PolicyExplained;
import dev.candor.policy.Explanation;
import dev.candor.policy.Facts;
import dev.candor.policy.PolicyInForce;
import dev.candor.policy.Product;
import dev.candor.text.Visible;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Tells which rule of a policy decides, and why.
 *
 * @param in what {@code -} stands for
 */
record PolicyExplainCommand(Console console, InputStream in) implements Command {
  private static final String FACT = "--fact";
  private static final List<String> FACTS =
      List.of("machine", "means", "path", "tool", "upstream", "version");
  private static final String STANDARD_INPUT = "-";
  private static final int MOST = 10_000;

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String[] description() {
    return new String[] {
      "Tells which rule of a policy decides, why, and what became of the others.",
      "WHAT is a package, of which nothing but the given facts is known, or a file with inventories,"
          + " all of whose installations are explained. A package is not fetched.",
    };
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.argument(
        spec,
        0,
        String.class,
        "WHAT",
        "npm:NAME@VERSION, a package URL, an inventory in JSON, or - for one on standard input.");
    PolicyArguments.policy(spec);
    PolicyArguments.at(spec);
    spec.addOption(
        Options.value(
                FACT,
                String[].class,
                "NAME=VALUE",
                "What is known of a package: " + String.join(", ", FACTS) + ".")
            .build());
    ReportArguments.declare(spec, ExplainedFormat.class, "Show rules for other products, too.");
  }

  @Override
  public int run(ParseResult arguments) {
    Consumer<PolicyExplained> destinations =
        ReportArguments.destinations(
            arguments, console, ExplainedFormat.class, " of an explanation");
    PolicyInForce policy = PolicyArguments.policy(arguments);
    Instant at = PolicyArguments.at(arguments, policy.policy());
    String what = arguments.matchedPositionalValue(0, "");
    List<Explanation> all = new ArrayList<>();
    if (what.equals(STANDARD_INPUT) || Files.isRegularFile(Path.of(what))) {
      PolicyArguments.inventories(
          console,
          List.of(Path.of(what)),
          in,
          inventory ->
              inventory
                  .installations()
                  .forEach(one -> {
                    for (Facts facts : Installed.facts(inventory, one)) {
                      all.add(explained(policy, facts, at, all.size()));
                    }
                  }));
    } else {
      all.add(policy.explain(facts(what, given(arguments)), at));
    }
    destinations.accept(new PolicyExplained(policy.policy(), all, Version.engine(), Instant.now()));
    return ExitStatus.NOTHING_COVERT;
  }

  private static Explanation explained(PolicyInForce policy, Facts facts, Instant at, int before) {
    if (before >= MOST) {
      throw new InputException(
          "These are more than %d installations, which nobody reads; explain one package, or check them with candor policy check."
              .formatted(MOST));
    }
    return policy.explain(facts, at);
  }

  private static Map<String, String> given(ParseResult arguments) {
    Map<String, String> given = new TreeMap<>();
    for (String one : arguments.matchedOptionValue(FACT, new String[0])) {
      int equals = one.indexOf('=');
      String name = equals < 0 ? one : one.substring(0, equals);
      if (equals < 0 || !FACTS.contains(name)) {
        throw new InputException(
            "%s %s names no fact; write NAME=VALUE with one of %s."
                .formatted(FACT, Visible.of(one, 80), String.join(", ", FACTS)));
      }
      given.put(name, one.substring(equals + 1));
    }
    return given;
  }

  private static Facts facts(String what, Map<String, String> given) {
    Product.Versioned product = product(what);
    return new Facts(
        product.product(),
        value(given, "tool"),
        value(given, "version").or(product::version),
        value(given, "machine"),
        value(given, "path"),
        value(given, "upstream"),
        value(given, "means"),
        Optional.empty());
  }

  private static Product.Versioned product(String what) {
    try {
      if (what.startsWith("pkg:")) {
        return Product.parse(what);
      }
      if (PackageReference.parse(what) instanceof RegistryPackage known) {
        return Product.parse(known.purl());
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new InputException(
        "%s is neither a package as npm:name@1.2.3 or pkg:npm/name@1.2.3 nor a file."
            .formatted(Visible.of(what, 200)));
  }

  private static Optional<String> value(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name));
  }
}
