package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No key of one byte is special. */
class EveryKeyTest {
  @Test
  void findsTheSameListUnderEachOfThe255Keys() {
    byte[] plain =
        "registry.example.test,gateway.example.org,mirror.example.net,office.example.com"
            .getBytes(UTF_8);
    StringBuilder code =
        new StringBuilder("function d(s,k){return Buffer.from(s,'base64').map(b=>b^k)}\n");
    for (int key = 1; key < 256; key++) {
      byte[] stored = plain.clone();
      for (int i = 0; i < stored.length; i++) {
        stored[i] ^= (byte) key;
      }
      code.append("var t")
          .append(key)
          .append("='")
          .append(Base64.getEncoder().encodeToString(stored))
          .append("';\n");
    }
    List<HiddenTable> tables = InMemory.scan("cli.js", code.toString()).tables();
    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().entries()).containsExactly(new String(plain, UTF_8).split(","));
    assertThat(tables.getFirst().places()).hasSize(255);
  }
}
