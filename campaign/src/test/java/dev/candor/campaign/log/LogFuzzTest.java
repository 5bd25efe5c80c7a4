package dev.candor.campaign.log;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Lines of any bytes are read or refused, never anything else. */
class LogFuzzTest {
  @FuzzTest
  void lines(byte[] bytes) throws IOException {
    CsvRows csv = new CsvRows("fuzz", "account,started_at,tokens_in,sketch");
    Lines lines = new Lines(new ByteArrayInputStream(bytes), Lines.LONGEST);
    while (lines.next()) {
      Optional<String> text = lines.text();
      if (text.isPresent()) {
        read(csv, text.get());
        read(new JsonRows(), text.get());
      }
    }
  }

  private static void read(RowReader reader, String line) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    try {
      reader.read(line, row);
      for (Map.Entry<Column, String> one : row.entrySet()) {
        Column column = one.getKey();
        String value = one.getValue();
        switch (column.type()) {
          case TEXT -> Values.text(column, value);
          case TIME -> Values.time(column, value, Long.MAX_VALUE);
          case COUNT -> Values.count(column, value);
          case SKETCH -> Values.sketch(column, value);
        }
      }
    } catch (BadRow expected) {
      if (expected.reason().isEmpty()) {
        throw new AssertionError("no reason");
      }
    }
  }
}
