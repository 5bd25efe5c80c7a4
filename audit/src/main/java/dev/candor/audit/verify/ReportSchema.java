package dev.candor.audit.verify;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.json.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The published schema of reports. */
final class ReportSchema {
  private ReportSchema() {}

  /** The first violation: a report with one may have millions. */
  static Optional<Flaw> violation(JsonNode report) {
    return Loaded.SCHEMA
        .validate(
            report,
            context -> context.executionConfig(config -> config.failFast(true).locale(Locale.ROOT)))
        .stream()
        .findFirst()
        .map(ReportSchema::flaw);
  }

  private static Flaw flaw(Error error) {
    String pointer = error.getInstanceLocation().toString();
    return new Flaw(
        "report " + (pointer.isEmpty() ? "as a whole" : pointer),
        "violates the published schema: " + error.getMessage());
  }

  /** Read once, and only where a report is verified. */
  private static final class Loaded {
    static final Schema SCHEMA = schema();
  }

  private static Schema schema() {
    try (InputStream in = JsonFormat.class.getResourceAsStream("report-v1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
