package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityTest {
  /** Of three accounts, opened one after the other; the first and the last keep together. */
  private static final List<String> LOG =
      List.of(
          "account,started_at,created_at",
          "ann,2026-05-01T08:07:59Z,2026-01-01T00:00:00Z",
          "ann,2026-05-01T08:07:01Z,2026-01-01T00:00:00Z",
          "ann,2026-05-02T11:31:00Z,2026-01-01T00:00:00Z",
          "bob,2026-05-01T09:15:00Z,2026-01-02T00:00:00Z",
          "cid,2026-05-01T08:07:30Z,2026-01-03T00:00:00Z",
          "cid,2026-05-02T11:31:59Z,2026-01-03T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void minutesOfTheChosenAreReadAndOfNobodyElse() throws IOException {
    expectAnnAndCid(Activity.Room.STANDARD);
  }

  @Test
  void readingOneAccountAtATimeGivesTheSame() throws IOException {
    expectAnnAndCid(new Activity.Room(1, Long.MAX_VALUE));
  }

  @Test
  void withoutRoomForAllNobodyIsKnown() throws IOException {
    reading((evidence, engine) -> {
      Lockstep lockstep = evidence.lockstep();
      Activity.Room small = new Activity.Room(1, 500); // enough for one account

      assertThat(Activity.read(engine, evidence.accounts(), annAndCid(), lockstep, small))
          .isFalse();

      assertThat(lockstep.knows(0)).isFalse();
      assertThat(lockstep.knows(2)).isFalse();
      assertThat(lockstep.bytes()).isZero();
    });
  }

  private void expectAnnAndCid(Activity.Room room) throws IOException {
    reading((evidence, engine) -> {
      Lockstep lockstep = evidence.lockstep();

      assertThat(Activity.read(engine, evidence.accounts(), annAndCid(), lockstep, room)).isTrue();

      assertThat(List.of(lockstep.knows(0), lockstep.knows(1), lockstep.knows(2)))
          .containsExactly(true, false, true);
      Lockstep expected = new Lockstep(3);
      int first = minute("2026-05-01T08:07:00Z");
      int second = minute("2026-05-02T11:31:00Z");
      expected.add(0, new int[] {first, second});
      expected.add(2, new int[] {first, second});
      assertThat(lockstep.bits(0, 2)).isEqualTo(expected.bits(0, 2)).isPositive();
    });
  }

  private static BitSet annAndCid() {
    BitSet chosen = new BitSet();
    chosen.set(0);
    chosen.set(2);
    return chosen;
  }

  private static int minute(String time) {
    return (int) (Instant.parse(time).getEpochSecond() / 60);
  }

  private void reading(BiConsumer<Evidence, SqlEngine> test) throws IOException {
    Path file = Files.write(folder.resolve("log.csv"), LOG);
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    try (ExchangeLog log = ExchangeLog.open(List.of(file), List.of(), Resources.standard(), now)) {
      SqlEngine engine = SqlEngine.of(log);
      test.accept(Reading.of(engine), engine);
    }
  }
}
