package dev.candor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Small packages for the commands' tests. */
final class Packages {
  private static final int KEY = 42;

  /** Domain names as a table might hold them, so many that no chance explains them. */
  static final List<String> HOSTS =
      IntStream.range(0, 30)
          .mapToObj(i -> "gateway-" + (char) ('a' + i % 26) + i + ".example.test")
          .toList();

  private Packages() {}

  /** A package that stores {@link #HOSTS} as base64 of the text XORed with one byte. */
  static Path hiding(Path folder) throws IOException {
    byte[] bytes = String.join(",", HOSTS).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= KEY;
    }
    String stored = Base64.getEncoder().encodeToString(bytes);
    return with(
        folder,
        """
        function d(s) {
          return Buffer.from(s, "base64").map((b) => b ^ %d).toString().split(",");
        }
        module.exports = d("%s");
        """
            .formatted(KEY, stored));
  }

  static Path innocent(Path folder) throws IOException {
    return with(folder, "module.exports = (a, b) => a + b;\n");
  }

  private static Path with(Path folder, String source) throws IOException {
    Files.writeString(
        folder.resolve("package.json"), "{\"name\": \"tool\", \"version\": \"1.0.0\"}");
    Files.writeString(folder.resolve("index.js"), source);
    return folder;
  }
}
