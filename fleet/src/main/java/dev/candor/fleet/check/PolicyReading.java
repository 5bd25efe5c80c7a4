package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.policy.Attested;
import dev.candor.policy.Citation;
import dev.candor.policy.Policy;
import dev.candor.policy.PolicyCase;
import dev.candor.policy.PolicyFile;
import dev.candor.policy.PolicyInForce;
import dev.candor.text.Visible;
import dev.candor.text.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Policies in files, with what they cite. */
public final class PolicyReading {
  private static final String YAML = ".yaml";
  private static final String TESTS = ".tests.yaml";

  private PolicyReading() {}

  /**
   * The policy of a file, after every attestation that it cites was verified.
   *
   * @param engine that verifies
   * @throws InputException naming the file and what is wrong: it is no policy, or an attestation
   *     does not hold
   */
  public static PolicyInForce inForce(Path file, Engine engine) {
    Policy policy = policy(file);
    Map<String, Attested> attested = new HashMap<>();
    Map<List<String>, Attested> verified = new HashMap<>();
    policy
        .citations()
        .forEach((rule, citation) ->
            attested.put(
                rule,
                verified.computeIfAbsent(
                    List.of(citation.attestation(), citation.key()),
                    _ -> attested(file, rule, citation, engine))));
    return policy.inForce(attested);
  }

  private static Attested attested(Path policy, String rule, Citation citation, Engine engine) {
    try {
      return Attestations.verified(
          policy.resolveSibling(citation.attestation()),
          policy.resolveSibling(citation.key()),
          engine);
    } catch (InputException e) {
      throw new InputException(
          "%s, rule %s: %s"
              .formatted(Visible.of(policy.toString()), rule, String.valueOf(e.getMessage())),
          e);
    }
  }

  /** Its cases, and those of the file beside it that is named for it. */
  public static List<PolicyCase> cases(Path file, Policy policy) {
    List<PolicyCase> all = new ArrayList<>(policy.cases());
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(YAML)) {
      Path beside = file.resolveSibling(name.substring(0, name.length() - YAML.length()) + TESTS);
      if (Files.exists(beside)) {
        all.addAll(
            PolicyFile.cases(
                Visible.of(beside.toString()),
                YamlFile.text(beside, PolicyFile.NOUN, PolicyFile.MOST_BYTES),
                policy));
      }
    }
    return List.copyOf(all);
  }

  private static Policy policy(Path file) {
    return PolicyFile.parse(
        Visible.of(file.toString()), YamlFile.text(file, PolicyFile.NOUN, PolicyFile.MOST_BYTES));
  }
}
