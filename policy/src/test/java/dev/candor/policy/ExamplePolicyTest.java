package dev.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy that DESIGN tells of, as it is published. */
class ExamplePolicyTest {
  private static final Policy POLICY =
      PolicyFile.parse("policy.yaml", Examples.text("policy.yaml"));

  static Stream<PolicyCase> cases() {
    return Stream.concat(
        POLICY.cases().stream(),
        PolicyFile.cases("policy.tests.yaml", Examples.text("policy.tests.yaml"), POLICY).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decidesAsItsOwnCasesSay(PolicyCase one) {
    assertThat(one.differs(POLICY.inForce(Map.of()).decide(one.facts(), one.at()))).isEmpty();
  }

  /** The same by the instants of the world's clock: Shanghai is eight hours ahead of UTC. */
  @ParameterizedTest
  @CsvSource({
    "2.1.90, 2026-07-10T00:00:00Z, ALLOW",
    "2.1.91, 2026-07-09T15:59:59.999Z, ALLOW",
    "2.1.91, 2026-07-09T16:00:00Z, DENY",
    "2.1.91, 2026-07-10T00:00:00Z, DENY",
    "2.1.197, 2026-07-10T00:00:00Z, DENY",
    "2.1.198-beta.1, 2026-07-10T00:00:00Z, DENY",
    "2.1.198, 2026-07-10T00:00:00Z, ALLOW",
  })
  void deniesTheMarkedReleasesFromTheTenthOfJulyInShanghaiOn(
      String version, Instant at, Action action) {
    Decision decision =
        POLICY
            .inForce(Map.of())
            .decide(Facts.of(Product.parse("pkg:npm/%40anthropic-ai/claude-code@" + version)), at);

    assertThat(decision.action()).isEqualTo(action);
    if (action == Action.DENY) {
      assertThat(decision.rule()).contains("claude-code-date-mark");
      assertThat(decision.since()).contains(Instant.parse("2026-07-09T16:00:00Z"));
      assertThat(decision.replacement()).contains("pkg:npm/%40qoder-ai/qodercli");
    }
  }

  @Test
  void satisfiesThePublishedSchemas() {
    assertThat(violations("urn:candor:schema:policy:v1", Examples.text("policy.yaml"))).isEmpty();
    assertThat(violations("urn:candor:schema:policy-tests:v1", Examples.text("policy.tests.yaml")))
        .isEmpty();
  }

  /** What the reader refuses, editors show by the schema. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "zone: Asia/Shanghai; zone: here",
        "action: deny; action: forbid",
        "from: 2026-07-10; from: July",
        "id: claude-code-date-mark\\n; id: Claude\\n",
        "by: A. Rook, security; from: 2026-01-01",
        "until: 2026-12-31\\n      -; till: 2026-12-31\\n      -",
      })
  void theSchemaRefusesWhatTheReaderRefuses(String part, String other) {
    String broken =
        Examples.text("policy.yaml")
            .replaceFirst(
                java.util.regex.Pattern.quote(part.replace("\\n", "\n")),
                other.replace("\\n", "\n"));

    assertThat(violations("urn:candor:schema:policy:v1", broken)).isNotEmpty();
    assertThat(Optional.of(broken).filter(ExamplePolicyTest::isRead)).isEmpty();
  }

  private static boolean isRead(String text) {
    try {
      PolicyFile.parse("p.yaml", text);
      return true;
    } catch (dev.candor.core.InputException e) {
      return false;
    }
  }

  private static List<?> violations(String schema, String yaml) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of(
                        "urn:candor:schema:policy:v1", resource("policy-v1.schema.json"),
                        "urn:candor:schema:policy-tests:v1",
                            resource("policy-tests-v1.schema.json"))));
    return registry
        .getSchema(com.networknt.schema.SchemaLocation.of(schema))
        .validate(yaml, InputFormat.YAML);
  }

  private static String resource(String name) {
    try (InputStream in = PolicyFile.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
