package dev.candor.campaign.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Campaign;
import dev.candor.campaign.detect.Course;
import dev.candor.campaign.detect.Family;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.Member;
import dev.candor.campaign.detect.Portrait;
import dev.candor.campaign.detect.Resold;
import dev.candor.campaign.evaluate.AccountFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

  private static final Course NOBODY =
      new Course(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  @TempDir private Path folder;

  private static Findings findings() {
    return findings("plain");
  }

  private static Findings findings(String name) {
    Campaign campaign =
        new Campaign(
            "campaign-1",
            List.of(
                new Member(name, 3.5, List.of("one", "two")),
                new Member("=1+1", 2.5, List.of("says \"so\""))),
            40,
            FIRST,
            FIRST.plusSeconds(60),
            List.of(name.equals("plain") ? "coding" : name),
            EnumSet.of(Family.DEVICE, Family.PIVOT),
            List.of(),
            3,
            0.2,
            new Portrait(NOBODY, List.of(), Map.of()));
    return new Findings(
        List.of(campaign),
        List.of(new Resold("lent", 2, List.of(name.equals("plain") ? "three" : name))),
        NOBODY,
        9,
        90,
        FIRST,
        FIRST,
        List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl", "parquet"})
  void whatIsWrittenCanBeReadAgain(String format) {
    Tables.write(findings(), folder, TableFormat.named(format));
    Map<String, String> members = AccountFile.members(folder.resolve("members." + format));
    assertThat(members).hasSize(2).containsEntry("plain", "campaign-1");
    assertThat(folder.resolve("campaigns." + format)).isNotEmptyFile();
    assertThat(folder.resolve("resold." + format)).isNotEmptyFile();
  }

  @Test
  void noCellOfCsvIsAFormula() throws IOException {
    Tables.write(findings(), folder, TableFormat.named("csv"));
    assertThat(Files.readString(folder.resolve("members.csv")))
        .isEqualTo(
            """
            account,campaign,score,reasons\r
            plain,campaign-1,3.5,one; two\r
            "'=1+1",campaign-1,2.5,"says ""so""\"\r
            """);
    assertThat(Files.readString(folder.resolve("campaigns.csv")))
        .endsWith(
            "campaign-1,2,40,2026-03-01T10:00:00Z,2026-03-01T10:01:00Z,coding,device; pivot,3.0,0.2\r\n");
  }

  /** An account as only Parquet can name it. */
  @Test
  void noNameIsACommandToATerminal() throws IOException {
    String name = "\u001b]0;x\u0007\u009b31m\u202e\u2066\u007f=1+1";
    Findings hostile = findings(name);
    for (String format : List.of("csv", "jsonl", "parquet")) {
      Tables.write(hostile, folder, TableFormat.named(format));
    }

    for (String table : List.of("members", "campaigns", "resold")) {
      for (String format : List.of(".csv", ".jsonl")) {
        assertThat(Files.readString(folder.resolve(table + format)).codePoints())
            .as(table + format)
            .allMatch(c -> c >= ' ' && c <= '~' || c == '\r' || c == '\n');
      }
    }
    assertThat(AccountFile.members(folder.resolve("members.jsonl"))).containsKey(name);
    assertThat(AccountFile.members(folder.resolve("members.parquet"))).containsKey(name);
    assertThat(Files.readString(folder.resolve("members.csv")))
        .contains("\\u{1B}]0;x\\u{7}\\u{9B}31m\\u{202E}\\u{2066}\\u{7F}=1+1,campaign-1");
  }

  @Test
  void olderTablesAreReplaced() throws IOException {
    Files.writeString(folder.resolve("members.jsonl"), "old");
    Tables.write(findings(), folder, TableFormat.named("jsonl"));
    assertThat(Files.readAllLines(folder.resolve("members.jsonl")))
        .containsExactly(
            "{\"account\":\"plain\",\"campaign\":\"campaign-1\",\"score\":3.5,\"reasons\":\"one; two\"}",
            "{\"account\":\"=1+1\",\"campaign\":\"campaign-1\",\"score\":2.5,\"reasons\":\"says \\\"so\\\"\"}");
  }
}
