package dev.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.util.Map;

class PolicyFileFuzzTest {
  /** Whatever the text is, it is refused with its line, or decides. */
  @FuzzTest
  void anyTextIsReadOrRefused(FuzzedDataProvider data) {
    Policy policy;
    try {
      policy = PolicyFile.parse("fuzz.yaml", data.consumeRemainingAsString());
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("fuzz.yaml, line ");
      return;
    }
    if (policy.citations().isEmpty()) {
      Decision decision = policy.inForce(Map.of()).decide(Examples.heron(), Examples.NOON);
      assertThat(decision.rule().map(policy.ids()::contains).orElse(true)).isTrue();
    }
  }
}
