package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestProcessTest {
  @TempDir private Path folder;

  /** One million times the letter a: the long example that goes with FIPS 180-4. */
  @Test
  void takesTheDigestOfTheStandardsExample() throws IOException {
    Path file = written("million", 1_000_000);

    assertThat(DigestProcess.of(file, "SHA-256"))
        .contains("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  @Test
  void givesNothingWhereThereIsNoFileOrNoSuchAlgorithm() throws IOException {
    assertThat(DigestProcess.of(folder.resolve("none"), "SHA-256")).isEmpty();
    assertThat(DigestProcess.of(written("few", 3), "SHA-7")).isEmpty();
  }

  @Test
  void isNotToBeToldFromOurOwnReading() throws Exception {
    Path file = written("large", (int) DigestProcess.WORTH_IT);

    String sha512 = Hashes.of(file, "sha512");

    byte[] digest = Integrity.digester("sha512").digest(Files.readAllBytes(file));
    assertThat(sha512).isEqualTo(HexFormat.of().formatHex(digest));
  }

  private Path written(String name, int length) throws IOException {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'a');
    return Files.write(folder.resolve(name), bytes);
  }
}
