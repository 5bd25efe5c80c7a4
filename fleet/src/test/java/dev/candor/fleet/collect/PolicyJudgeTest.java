package dev.candor.fleet.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.fleet.check.PolicyReading;
import dev.candor.fleet.collect.store.Fleet;
import dev.candor.fleet.collect.store.Judgement;
import dev.candor.fleet.inventory.Inventories;
import dev.candor.fleet.inventory.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy says, as the service keeps it. */
class PolicyJudgeTest {
  private static final String POLICY =
      """
      schema: candor/policy/v1
      name: tools
      zone: Asia/Shanghai
      default: allow
      rules:
        - id: marked
          product: pkg:npm/claude-code
          versions: ">=2.1.91|<2.1.198"
          action: deny
          reason: It marks prompts.
          from: 2026-07-10
          replacement: pkg:npm/qodercli
      """;

  /** Midnight in Shanghai, eight hours east. */
  private static final Instant EFFECTIVE = Instant.parse("2026-07-09T16:00:00Z");

  @TempDir private Path folder;

  private Optional<Judgement> said(String tool, Instant now) throws Exception {
    Path file = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    Inventory inventory = Fleet.look("anna", "2026-07-01T00:00:00Z", tool);
    return new PolicyJudge(PolicyReading.inForce(file, Inventories.ENGINE))
        .of(inventory, inventory.installations().getFirst(), now);
  }

  @Test
  void aRuleIsBrokenFromTheMomentThatItTakesEffect() throws Exception {
    assertThat(said("claude-code@2.1.91", EFFECTIVE.minusMillis(1))).isEmpty();
    assertThat(said("claude-code@2.1.91", EFFECTIVE))
        .contains(
            new Judgement(
                "deny", "marked", "It marks prompts.", Optional.of("pkg:npm/qodercli"), EFFECTIVE));
  }

  @Test
  void whatIsAllowedIsNotTold() throws Exception {
    assertThat(said("claude-code@2.1.198", EFFECTIVE)).isEmpty();
    assertThat(said("codex@1.0.0", EFFECTIVE)).isEmpty();
  }

  @Test
  void whatNobodyCanDecideIsToldAsThat() throws Exception {
    assertThat(said("claude-code@unreadable", EFFECTIVE))
        .hasValueSatisfying(one -> {
          assertThat(one.effect()).isEqualTo("undecided");
          assertThat(one.rule()).isEqualTo("marked");
        });
  }
}
