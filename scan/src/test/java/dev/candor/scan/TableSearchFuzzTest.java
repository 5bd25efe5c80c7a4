package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.scan.encoding.Clues;
import java.util.List;
import java.util.Set;

/** Whatever bytes a literal holds, and whatever the code around offers as keys. */
class TableSearchFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void anyTextIsReadOrNot(FuzzedDataProvider data) {
    boolean escaped = data.consumeBoolean();
    Clues clues = clues(data);
    String value = new String(data.consumeRemainingAsBytes(), ISO_8859_1);
    read(new Stored.Data.Text(value, escaped), clues);
  }

  @FuzzTest(maxDuration = "60s")
  void anyArrayOfStringsIsReadOrNot(FuzzedDataProvider data) {
    boolean escaped = data.consumeBoolean();
    Clues clues = clues(data);
    List<String> values = List.of(data.consumeRemainingAsString().split(",", 20));
    read(new Stored.Data.Texts(values, escaped), clues);
  }

  @FuzzTest(maxDuration = "60s")
  void anyArrayOfNumbersIsReadOrNot(FuzzedDataProvider data) {
    Clues clues = clues(data);
    read(new Stored.Data.Numbers(data.consumeLongs(200)), clues);
  }

  private static Clues clues(FuzzedDataProvider data) {
    return new Clues(
        List.of(),
        List.of(data.consumeBytes(32), data.consumeBytes(16)),
        Set.of(),
        true,
        data.pickValue(Clues.Effort.values()));
  }

  private static void read(Stored.Data data, Clues clues) {
    assertThat(TableSearch.unwrap(data, clues)).isNotNull();
  }
}
