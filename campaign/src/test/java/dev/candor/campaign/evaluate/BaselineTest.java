package dev.candor.campaign.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir private Path folder;

  /** Ten accounts on one address, in the same hours of four days; five more have one each. */
  private Path log() throws IOException {
    StringBuilder rows = new StringBuilder("account,started_at,address,device,payment\n");
    for (int i = 0; i < 15; i++) {
      for (int day = 1; day <= 4; day++) {
        rows.append(
            "u%d,2026-03-0%dT10:%02d:00Z,%s,d%d,p%d%n"
                .formatted(i, day, i, i < 10 ? "shared" : "own" + i, i, i));
      }
    }
    return Files.writeString(folder.resolve("log.csv"), rows);
  }

  private List<Baseline.Variant> found(Baseline baseline) throws IOException, SQLException {
    try (ExchangeLog log =
        ExchangeLog.open(List.of(log()), List.of(), Resources.standard(), Instant.now())) {
      return baseline.find(log);
    }
  }

  private static final List<String> TEN =
      List.of("u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9");

  @Test
  void sharedAddressesLinkUpToTheMostHolders() throws IOException, SQLException {
    List<Baseline.Variant> variants = found(new SharedAddress());
    assertThat(variants.getFirst().members()).isEmpty(); // up to 5 holders
    assertThat(new TreeSet<>(variants.get(1).members().keySet())).containsExactlyElementsOf(TEN);
  }

  /** Of each one's eight actions four are common: on the address, not on the devices. */
  @Test
  void synchroLinksByJaccardsCoefficient() throws IOException, SQLException {
    List<Baseline.Variant> variants = found(new Synchro());
    assertThat(variants.get(3).setting()).isEqualTo("similarity of 0.2");
    assertThat(new TreeSet<>(variants.get(3).members().keySet())).containsExactlyElementsOf(TEN);
    assertThat(variants.get(4).members()).isEmpty(); // 4 of 12 are a third
  }

  /** Accounts 0 to 2 use values 0 to 2, all of them; 3 and 4 share value 3 only. */
  @Test
  void fraudarKeepsTheDensestBlock() {
    Holdings holdings =
        new Holdings(
            new String[] {"a", "b", "c", "d", "e"},
            new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4},
            new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 3, 3},
            4);
    BitSet edges = new BitSet();
    edges.set(0, 11);
    // nine edges of 1 / ln 8 on six nodes are 0.72; all eleven on nine are less
    assertThat(Fraudar.densest(holdings, edges).stream()).containsExactly(0, 1, 2, 5, 6, 7);
  }

  @Test
  void fraudarFindsOneBlockAfterTheOther() throws IOException, SQLException {
    List<Baseline.Variant> variants = found(new Fraudar());
    Map<String, String> last = variants.getLast().members();
    assertThat(new TreeSet<>(last.keySet())).containsExactlyElementsOf(TEN);
  }
}
