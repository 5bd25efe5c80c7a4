package dev.candor.audit.decoding;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A log that can be opened.
 *
 * @param name for messages
 * @param again whether it can be opened more than once
 */
record Log(String name, Opening opening, boolean again) {
  private static final int BUFFER = 1 << 18;

  /** Where the bytes come from. */
  interface Opening {
    InputStream open() throws IOException;
  }

  static Log of(Path file) {
    return new Log(file.toString(), () -> Files.newInputStream(file), true);
  }

  /** The content, decompressed where its first bytes say so (RFC 1952, RFC 8878). */
  InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(opening.open(), BUFFER);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    try {
      if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
        return new GZIPInputStream(in, BUFFER);
      }
      if (magic.length == 4
          && magic[0] == 0x28
          && magic[1] == (byte) 0xb5
          && magic[2] == 0x2f
          && magic[3] == (byte) 0xfd) {
        return new ZstdInputStream(in);
      }
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
