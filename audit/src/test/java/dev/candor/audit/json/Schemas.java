package dev.candor.audit.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The published schemas. */
public final class Schemas {
  private static final List<String> NAMES =
      List.of(
          "report",
          "mechanism",
          "exposure",
          "decoded",
          "difference",
          "text",
          "side-by-side",
          "verified",
          "disclosure",
          "disclosed",
          "suppressions",
          "track",
          "watch-event");

  private Schemas() {}

  /** What a schema says against a document; it may refer to the others. */
  public static List<Error> violations(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    NAMES.stream().collect(Collectors.toMap(Schemas::urn, Schemas::resource))))
        .getSchema(SchemaLocation.of(urn(schema)))
        .validate(json, InputFormat.JSON);
  }

  private static String urn(String name) {
    return "urn:candor:schema:" + name + ":v1";
  }

  private static String resource(String name) {
    try (InputStream in = JsonFormat.class.getResourceAsStream(name + "-v1.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
