package dev.candor.campaign.log;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Rows of JSON lines: one object a line. */
final class JsonRows implements RowReader {
  private static final int DEEPEST = 50;
  private static final int LONGEST_NUMBER = 50;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // A table of names would grow by whatever names a hostile log has.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(Lines.LONGEST)
                  .maxNameLength(Lines.LONGEST)
                  .build())
          .build();

  private final EnumSet<Column> columns = EnumSet.noneOf(Column.class);

  @Override
  public void read(String line, Map<Column, String> row) throws BadRow {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRow("no JSON object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        Optional<Column> column = Column.named(parser.currentName());
        JsonToken value = parser.nextToken();
        if (column.isEmpty()) {
          parser.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          put(column.get(), value, parser, row);
        }
      }
      if (parser.nextToken() != null) {
        throw new BadRow("text follows the JSON object");
      }
    } catch (JacksonException e) {
      throw new BadRow("no well-formed JSON within the bounds");
    }
  }

  private void put(Column column, JsonToken value, JsonParser parser, Map<Column, String> row)
      throws BadRow {
    switch (value) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        if (row.put(column, parser.getString()) != null) {
          throw new BadRow(column, "is there twice");
        }
        columns.add(column);
      }
      case START_OBJECT, START_ARRAY -> throw new BadRow(column, "is nested");
      default -> throw new BadRow(column, "is no text or number");
    }
  }

  @Override
  public Set<Column> columns() {
    return columns;
  }
}
