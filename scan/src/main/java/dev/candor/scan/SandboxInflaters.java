package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** What Node's zlib unpacks (nodejs.org/api/zlib.html), to at most 16 MiB. */
final class SandboxInflaters {
  private static final int GZIP_FIRST_BYTE = 0x1F;

  private SandboxInflaters() {}

  /**
   * Unpacks all of it.
   *
   * @return empty if it is damaged or unpacks to more than 16 MiB
   */
  static Optional<String> inflate(String format, String packed) {
    try (InputStream in = open(format, packed.getBytes(ISO_8859_1))) {
      byte[] out = in.readNBytes(SandboxEngine.MAX_LENGTH);
      return in.read() < 0 ? Optional.of(SandboxText.latin1(out)) : Optional.empty();
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static InputStream open(String format, byte[] packed) throws IOException {
    InputStream in = new ByteArrayInputStream(packed);
    return switch (format) {
      case "gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      case "deflate-raw" -> new InflaterInputStream(in, new Inflater(true));
      case "brotli" -> new BrotliInputStream(in);
      case "any" ->
          packed.length > 0 && packed[0] == GZIP_FIRST_BYTE
              ? new GZIPInputStream(in)
              : new InflaterInputStream(in);
      default -> throw new IllegalArgumentException(format);
    };
  }
}
