package dev.candor.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Names for tables that depend on what they hold: the same in every version of an artifact. */
public final class TableId {
  private static final int BYTES = 6;

  private TableId() {}

  /** {@code table-} and twelve hexadecimal digits. */
  public static String ofEntries(List<String> entries) {
    return of("table", entries);
  }

  /** {@code digests-} and twelve hexadecimal digits. */
  public static String ofDigests(List<String> values) {
    return of("digests", values);
  }

  private static String of(String prefix, List<String> lines) {
    MessageDigest sha = Sha256.start();
    for (String line : lines) {
      sha.update(line.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) '\n');
    }
    return prefix + "-" + HexFormat.of().formatHex(sha.digest(), 0, BYTES);
  }
}
