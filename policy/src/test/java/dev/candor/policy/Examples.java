package dev.candor.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Policies and facts of tests. */
final class Examples {
  static final Path FOLDER = Path.of("../docs/examples");
  static final Instant NOON = Instant.parse("2026-07-15T12:00:00Z");

  private Examples() {}

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With those rules, in UTC. */
  static PolicyInForce of(String rules) {
    return PolicyFile.parse(
            "p.yaml", "schema: candor/policy/v1\nzone: UTC\nrules:\n" + rules.indent(2))
        .inForce(Map.of());
  }

  /** Of the tool heron in version 1.5.0, on a laptop. */
  static Facts heron() {
    return new Facts(
        Product.of("pkg:npm/heron"),
        Optional.of("heron"),
        Optional.of("1.5.0"),
        Optional.of("laptop-1"),
        Optional.of("/usr/lib/node_modules/heron"),
        Optional.empty(),
        Optional.of("npm"),
        Optional.empty());
  }

  static Facts version(Facts facts, Optional<String> version) {
    return new Facts(
        facts.product(),
        facts.tool(),
        version,
        facts.machine(),
        facts.path(),
        facts.upstream(),
        facts.means(),
        facts.digest());
  }

  static Facts machine(Facts facts, Optional<String> machine) {
    return new Facts(
        facts.product(),
        facts.tool(),
        facts.version(),
        machine,
        facts.path(),
        facts.upstream(),
        facts.means(),
        facts.digest());
  }
}
