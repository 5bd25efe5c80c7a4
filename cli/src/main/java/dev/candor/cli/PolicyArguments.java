package dev.candor.cli;

import dev.candor.core.InputException;
import dev.candor.fleet.check.PolicyReading;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import dev.candor.policy.Policy;
import dev.candor.policy.PolicyInForce;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of commands that obey a policy. */
final class PolicyArguments {
  static final String POLICY = "--policy";
  private static final String AT = "--at";
  private static final Path USUAL = Path.of("candor-policy.yaml");
  private static final Path STANDARD_INPUT = Path.of("-");

  private PolicyArguments() {}

  static void policy(CommandSpec spec) {
    spec.addOption(
        Options.value(
                POLICY,
                Path.class,
                "FILE",
                "The policy; default: candor-policy.yaml in this folder.")
            .build());
  }

  static void at(CommandSpec spec) {
    spec.addOption(
        Options.value(
                AT,
                String.class,
                "DATE",
                "Ask for that day, as 2026-07-10, or moment, as 2026-07-10T09:00+08:00; default:"
                    + " now.")
            .build());
  }

  /**
   * The policy that was named, or the usual one, with all attestations verified.
   *
   * @throws InputException if there is none, or something of it does not hold
   */
  static PolicyInForce policy(ParseResult arguments) {
    Optional<Path> named = Options.path(arguments, POLICY);
    if (named.isEmpty() && !Files.exists(USUAL)) {
      throw new InputException(
          "There is no %s in this folder; name a policy with --policy FILE.".formatted(USUAL));
    }
    return PolicyReading.inForce(named.orElse(USUAL), Version.engine());
  }

  /** The moment that was asked for. */
  static Instant at(ParseResult arguments, Policy policy) {
    return Options.text(arguments, AT).map(policy::moment).orElseGet(Instant::now);
  }

  /** Files with inventories, from that place on. */
  static void inventories(CommandSpec spec, int index) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(index + "..*")
            .paramLabel("INVENTORY")
            .arity("0..*")
            .type(Path[].class)
            .description(
                "Inventories in JSON, as candor inventory writes them, one or many in a file; - is"
                    + " standard input. Default: that of this machine, taken now.")
            .build());
  }

  /** Those that were named. */
  static List<Path> files(ParseResult arguments, int index) {
    return List.of(arguments.matchedPositionalValue(index, new Path[0]));
  }

  /**
   * Hands on the inventories of those files; {@code -} is standard input, and none stands for that
   * of this machine, which is taken now.
   */
  static void inventories(
      Console console, List<Path> files, InputStream in, Consumer<Inventory> each) {
    if (files.isEmpty()) {
      each.accept(InventoryCommand.taken(console, Path.of("/")));
    }
    for (Path file : files) {
      if (!file.equals(STANDARD_INPUT)) {
        InventoryFile.each(file, each);
        continue;
      }
      try {
        InventoryFile.each("standard input", in, each);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
