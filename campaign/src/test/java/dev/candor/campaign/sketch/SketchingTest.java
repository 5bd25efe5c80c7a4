package dev.candor.campaign.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Reject;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SketchingTest {
  private static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");
  private static final String GOOD =
      "{\"account\":\"a\",\"started_at\":\"2026-05-04T10:00:00Z\",\"text\":\"Fix the secret bug\",\"system\":\"You help.\",\"answer\":\"secret too\",\"payment\":\"p\"}";

  @TempDir private Path folder;
  private Path spill;

  @BeforeEach
  void makeSpill() throws IOException {
    spill = Files.createDirectory(folder.resolve("spill"));
  }

  @Test
  void textsBecomeSketchesAndEverythingElseIsLeftOut() throws IOException, SQLException {
    Path log = text(GOOD);
    Path out = folder.resolve("out.parquet");
    Sketched sketched = write(log, out);
    assertThat(sketched.rows()).isEqualTo(1);
    try (ExchangeLog read = ExchangeLog.open(List.of(out), List.of(), resources(), NOW);
        Statement statement = read.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT account, payment, CAST(sketch AS VARCHAR), CAST(system_sketch AS VARCHAR) FROM exchange")) {
      assertThat(read.columns()).contains(Column.SKETCH, Column.SYSTEM_SKETCH);
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("a");
      assertThat(rows.getString(2)).isEqualTo("p");
      Sketch sketch = new Sketch(SketchKey.OPEN);
      assertThat(rows.getString(3))
          .isEqualTo(Long.toUnsignedString(sketch.of("fix the secret bug").orElseThrow()));
      assertThat(rows.getString(4))
          .isEqualTo(Long.toUnsignedString(sketch.of("you help").orElseThrow()));
    }
  }

  @Test
  void noTextIsWritten() throws IOException {
    Path out = folder.resolve("out.jsonl");
    write(text(GOOD, "{\"account\":\"a\",\"text\":\"secret\""), out);
    assertThat(out).content().contains("\"account\":\"a\"").doesNotContain("secret", "You");
    assertThat(spill).isEmptyDirectory();
  }

  @Test
  void badLinesAreToldWithTheirNumbersAndWithoutTheirTexts() throws IOException {
    Path log =
        text(
            GOOD,
            "",
            "{\"account\":\"a\",\"text\":\"secret",
            "{\"text\":[\"secret\"]}",
            "{\"account\":\"secret\",\"started_at\":\"soon\",\"text\":\"secret\"}",
            "\"" + "x".repeat(TextLine.LONGEST) + "\"",
            GOOD);
    Sketched sketched = write(log, folder.resolve("out.parquet"));
    assertThat(sketched.rows()).isEqualTo(2);
    assertThat(sketched.rejects().kept())
        .containsExactlyInAnyOrder(
            new Reject(log.toString(), 3, "no well-formed JSON within the bounds"),
            new Reject(log.toString(), 4, "the member with the text is no text"),
            new Reject(log.toString(), 5, "started_at is no time"),
            new Reject(log.toString(), 6, "the line is longer than 16 MiB"));
  }

  @Test
  void sketchesThatAreThereAlreadyAreNotTakenOver() throws IOException {
    Path out = folder.resolve("out.jsonl");
    write(text("{\"account\":\"a\",\"started_at\":\"2026-05-04T10:00:00Z\",\"sketch\":7}"), out);
    assertThat(out).content().contains("\"sketch\":null");
  }

  @Test
  void anOutputOfAnotherKindIsRefused() throws IOException {
    Path log = text(GOOD);
    assertThatThrownBy(() -> write(log, folder.resolve("out.xlsx")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is neither .parquet nor .jsonl");
    assertThatThrownBy(() -> write(folder.resolve("none.jsonl"), folder.resolve("out.jsonl")))
        .hasMessageContaining("There is no file");
  }

  private Path text(String... lines) throws IOException {
    return Files.writeString(folder.resolve("log.jsonl"), String.join("\n", lines) + "\n");
  }

  private Resources resources() {
    return new Resources(256L << 20, 1, spill);
  }

  private Sketched write(Path log, Path out) {
    SketchRequest request =
        new SketchRequest(List.of(log), SketchRequest.TEXT, SketchRequest.SYSTEM, SketchKey.OPEN);
    return Sketching.write(request, out, resources(), NOW);
  }
}
