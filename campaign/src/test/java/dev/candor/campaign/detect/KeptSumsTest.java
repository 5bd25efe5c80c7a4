package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.campaign.detect.Town.Evasion;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Reject;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSumsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Town TOWN =
      new Town()
          .strangers(120)
          .office("bureau", 20)
          .campaign("farm", 16, EnumSet.noneOf(Evasion.class));

  @TempDir private Path folder;
  private Path kept;

  @BeforeEach
  void name() {
    kept = folder.resolve("sums.duckdb");
  }

  /** A log in three files, of which the last comes a day later. */
  @Test
  void onlyWhatIsNewIsReadAndTheAnswerIsThatOfTheWholeLog() throws IOException {
    List<Path> days = days(3);
    try (KeptSums two = sums(days.subList(0, 2))) {
      assertThat(two.read()).isEqualTo(2);
    }
    try (KeptSums three = sums(days)) {
      assertThat(three.read()).isEqualTo(1);
      assertThat(Detection.of(three.engine(), Options.STANDARD)).isEqualTo(whole(days));
    }
    try (KeptSums again = sums(days)) {
      assertThat(again.read()).isZero();
      assertThat(Detection.of(again.engine(), Options.STANDARD)).isEqualTo(whole(days));
    }
  }

  @Test
  void aFileThatIsNotNamedAnyMoreDoesNotCount() throws IOException {
    List<Path> days = days(3);
    sums(days).close();
    try (KeptSums first = sums(days.subList(0, 1))) {
      assertThat(Detection.of(first.engine(), Options.STANDARD))
          .isEqualTo(whole(days.subList(0, 1)));
    }
  }

  @Test
  void aFileThatIsNamedTwiceCountsTwiceAsEverywhere() throws IOException {
    List<Path> twice = new ArrayList<>(days(1));
    twice.add(Files.copy(twice.getFirst(), folder.resolve("copy.csv")));
    try (KeptSums sums = sums(twice)) {
      assertThat(sums.read()).isEqualTo(1);
      assertThat(Detection.of(sums.engine(), Options.STANDARD).exchanges())
          .isEqualTo(2L * TOWN.rows().size());
    }
  }

  @Test
  void aFileWithOtherContentIsAnotherFile() throws IOException {
    List<Path> days = days(2);
    sums(days).close();
    Files.writeString(days.getLast(), Town.HEADER + "\n" + TOWN.rows().getFirst() + "\n");
    try (KeptSums changed = sums(days)) {
      assertThat(changed.read()).isEqualTo(1);
      assertThat(Detection.of(changed.engine(), Options.STANDARD).exchanges())
          .isEqualTo(whole(days).exchanges());
    }
  }

  @Test
  void badRowsAreToldAgainUnderTheNameThatTheFileHasNow() throws IOException {
    Path day = days(1).getFirst();
    Files.writeString(
        day, ",2026-03-01T00:00:00Z,,,,,,,,\n", java.nio.file.StandardOpenOption.APPEND);
    long line = Files.readAllLines(day).size();
    sums(List.of(day)).close();
    Path moved = Files.move(day, folder.resolve("moved.csv"));
    try (KeptSums sums = sums(List.of(moved))) {
      assertThat(sums.read()).isZero();
      assertThat(sums.rejects().count()).isEqualTo(1);
      assertThat(sums.rejects().kept())
          .containsExactly(new Reject(moved.toString(), line, "account is missing"));
    }
  }

  /** A clock that was wrong yesterday may be right tomorrow. */
  @Test
  void aFileWithRowsOfTheFutureIsReadAgain() throws IOException {
    Path day = days(1).getFirst();
    Instant early = Instant.parse("2026-03-10T00:00:00Z");
    long before;
    try (KeptSums sums =
        KeptSums.of(List.of(day), kept, Resources.standard(), early, Progress.NONE)) {
      before = sums.rejects().count();
      assertThat(before).isPositive();
    }
    try (KeptSums sums =
        KeptSums.of(
            List.of(day),
            kept,
            Resources.standard(),
            early.plus(Duration.ofDays(60)),
            Progress.NONE)) {
      assertThat(sums.read()).isEqualTo(1);
      assertThat(sums.rejects().count()).isZero();
    }
  }

  @Test
  void whatIsNoStoreOfSumsIsRefusedAndLeftAsItIs() throws IOException, SQLException {
    List<Path> days = days(1);
    Files.writeString(kept, "a letter");
    assertThatThrownBy(() -> sums(days))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sums.duckdb cannot be used for sums");
    assertThat(kept).hasContent("a letter");

    kept = folder.resolve("other.duckdb");
    try (Connection other = DriverManager.getConnection("jdbc:duckdb:" + kept);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE file (name VARCHAR)");
    }
    assertThatThrownBy(() -> sums(days))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a database, but not one of sums");
  }

  private KeptSums sums(List<Path> files) {
    return KeptSums.of(files, kept, Resources.standard(), NOW, Progress.NONE);
  }

  private static Findings whole(List<Path> files) {
    try (ExchangeLog log = ExchangeLog.open(files, List.of(), Resources.standard(), NOW)) {
      return Detection.of(log, Options.STANDARD);
    }
  }

  /** The rows of the town, dealt to files in turn. */
  private List<Path> days(int count) throws IOException {
    List<StringBuilder> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(new StringBuilder(Town.HEADER).append('\n'));
    }
    for (int i = 0; i < TOWN.rows().size(); i++) {
      texts.get(i % count).append(TOWN.rows().get(i)).append('\n');
    }
    List<Path> files = new ArrayList<>();
    for (StringBuilder text : texts) {
      files.add(Files.writeString(folder.resolve("day-" + files.size() + ".csv"), text));
    }
    return files;
  }
}
