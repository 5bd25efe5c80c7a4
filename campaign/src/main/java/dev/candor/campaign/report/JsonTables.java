package dev.candor.campaign.report;

import com.google.auto.service.AutoService;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line, in printable ASCII: whatever else a name has is escaped, and kept. */
@AutoService(TableFormat.class)
public final class JsonTables implements TableFormat {
  private static final int DELETE = 0x7f;

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public void write(Table table, Path file) {
    JsonFactory factory = JsonFactory.builder().highestNonEscapedChar(DELETE).build();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (List<Object> row : table.rows()) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
          json.writeStartObject();
          for (int i = 0; i < row.size(); i++) {
            json.writeName(table.headings().get(i).name());
            cell(json, row.get(i));
          }
          json.writeEndObject();
        }
        // Of what is left only this one is no printable character, and it stands in texts only.
        out.write(line.append('\n').toString().replace("\u007f", "\\u007f"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cell(JsonGenerator json, Object cell) {
    switch (cell) {
      case Long count -> json.writeNumber(count);
      case Double number -> json.writeNumber(number);
      default -> json.writeString(cell.toString());
    }
  }
}
