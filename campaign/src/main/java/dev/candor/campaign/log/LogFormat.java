package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How a file of an exchange log is written. */
enum LogFormat {
  PARQUET,
  CSV,
  JSON_LINES;

  private static final byte[] PARQUET_MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int START = 64;

  /**
   * The format of a file: by its first bytes, and where they leave it open, by its name.
   *
   * @throws InputException if it is none of them
   * @throws IOException if it cannot be read
   */
  static LogFormat of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(START);
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (startsWith(start, PARQUET_MAGIC)) {
      return PARQUET;
    }
    if (name.endsWith(".parquet")) {
      throw new InputException(
          "%s does not begin as Parquet does. Copy it again, or name the file by what it is."
              .formatted(file));
    }
    if (startsWith(start, new byte[] {0x1f, (byte) 0x8b})
        || startsWith(start, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd})) {
      throw new InputException("%s is compressed. Decompress it first.".formatted(file));
    }
    String text =
        new String(start, StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", "").strip();
    if (text.startsWith("[")) {
      throw new InputException(
          "%s is a JSON array. Write one object a line, as with jq -c '.[]'.".formatted(file));
    }
    boolean json = name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
    return json || text.startsWith("{") ? JSON_LINES : CSV;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
