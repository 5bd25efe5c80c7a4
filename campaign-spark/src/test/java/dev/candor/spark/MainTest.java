package dev.candor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver prints, and the status it ends with. */
class MainTest {
  private final StringWriter results = new StringWriter();
  private final StringWriter messages = new StringWriter();

  @TempDir private Path folder;

  @Test
  void findsNothingInALogOfOneAccountAndLeavesNothingBehind() throws IOException {
    Path log =
        Engines.parquet(
            folder.resolve("log.parquet"),
            "SELECT 'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at"
                + " UNION ALL SELECT NULL, TIMESTAMP '2026-05-04 10:00:00'");
    Path spill = Files.createDirectory(folder.resolve("spill"));
    int status =
        run(
            log.toString(),
            "--output",
            folder.resolve("found").toString(),
            "--tables",
            "csv",
            "--rejects",
            folder.resolve("rejects.csv").toString(),
            "--spill",
            spill.toString(),
            "--master",
            "local[1]");
    assertThat(messages).hasToString("Rows left out: 1\n  1  account is missing\n");
    assertThat(status).isZero();
    assertThat(results.toString()).startsWith("0 campaigns with 0 of 1 account, in 1 exchange");
    assertThat(folder.resolve("found/members.csv")).exists();
    assertThat(folder.resolve("rejects.csv"))
        .hasContent("file,row,reason\n%s,2,account is missing\n".formatted(log));
    assertThat(spill).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "log.parquet, A log and a place for the tables are needed",
    "log.parquet --output, --output takes one value",
    "log.parquet --output x --output y, --output takes one value",
    "log.parquet --output x --master, --master takes one value",
    "log.parquet --colour red, There is no option --colour",
    "log.parquet --output x --decoys 0, --decoys takes a number from 1 to 100",
    "log.parquet --output x --smallest many, --smallest takes a number from 4",
    "log.parquet --output x --tables xlsx, 'csv, jsonl, parquet'",
  })
  void whatIsWrongWithTheArgumentsIsSaid(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(messages.toString()).startsWith("candor: ").contains(message);
    assertThat(results.toString()).isEmpty();
  }

  @Test
  void aMasterThatIsNoneIsNamed() throws IOException {
    Path spill = Files.createDirectory(folder.resolve("spill"));
    int status =
        run(
            "log.parquet",
            "--output",
            folder.toString(),
            "--spill",
            spill.toString(),
            "--master",
            "sparkle://here");
    assertThat(status).isEqualTo(2);
    assertThat(messages.toString()).contains("The Spark master sparkle://here cannot be used");
    assertThat(spill).isEmptyDirectory();
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(results), new PrintWriter(messages), arguments);
  }
}
