package dev.candor.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class InventoryFileFuzzTest {
  /** Whatever the bytes are, they are refused, or read the same when written again. */
  @FuzzTest
  void anyFileIsReadOrRefused(byte[] content) throws IOException {
    List<Inventory> all = new ArrayList<>();
    try {
      InventoryFile.each("fuzz.json", new ByteArrayInputStream(content), all::add);
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("fuzz.json");
    }
    for (Inventory one : all) {
      byte[] again = Inventories.json(one).getBytes(StandardCharsets.UTF_8);
      assertThat(InventoryFile.parse("again", again)).isEqualTo(one);
    }
  }
}
