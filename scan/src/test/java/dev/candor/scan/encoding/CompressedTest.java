package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The streams were made by GNU gzip 1.12, CPython's zlib, and Node's zlib for brotli. */
class CompressedTest {
  private static final byte[] GZIP =
      hex(
          "1f8b08000000000002034bcc29c848d44bad48cc2dc849d52b492d2ed1494a2d4113494fcccd45134a49cd41"
              + "5305003b0ad9304a000000");
  private static final byte[] ZLIB =
      hex("78da4bcc29c848d44bad48cc2dc849d52b492d2ed1494a2d4113494fcccd45134a49cd4153050022ea1c54");
  private static final byte[] DEFLATE =
      hex("4bcc29c848d44bad48cc2dc849d52b492d2ed1494a2d4113494fcccd45134a49cd41530500");
  private static final byte[] BROTLI =
      hex("1b4900f805ea64b1d8c7cefc1492830d38208f340e4416bc0b08a1165fd8d2ff093f51c6357907b417");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @Test
  void unpacksGzip() {
    assertThat(Peel.off(new Gzip(), GZIP)).containsExactly(entry("gzip", Peel.HOSTS));
  }

  @Test
  void unpacksZlib() {
    assertThat(Peel.off(new Zlib(), ZLIB)).containsExactly(entry("zlib", Peel.HOSTS));
  }

  @Test
  void unpacksRawDeflate() {
    assertThat(Peel.off(new Deflate(), DEFLATE)).containsExactly(entry("deflate", Peel.HOSTS));
  }

  @Test
  void unpacksBrotli() {
    assertThat(Peel.off(new Brotli(), BROTLI)).containsExactly(entry("brotli", Peel.HOSTS));
  }

  @Test
  void refusesStreamsThatAreCut() {
    assertThat(Peel.off(new Gzip(), Arrays.copyOf(GZIP, GZIP.length - 9))).isEmpty();
    assertThat(Peel.off(new Zlib(), Arrays.copyOf(ZLIB, ZLIB.length - 9))).isEmpty();
    assertThat(Peel.off(new Deflate(), Arrays.copyOf(DEFLATE, DEFLATE.length - 9))).isEmpty();
    assertThat(Peel.off(new Brotli(), Arrays.copyOf(BROTLI, BROTLI.length - 9))).isEmpty();
  }

  @Test
  void refusesStreamsWithAWrongChecksum() {
    byte[] gzip = GZIP.clone();
    gzip[gzip.length - 6] ^= 1;
    byte[] zlib = ZLIB.clone();
    zlib[zlib.length - 1] ^= 1;
    assertThat(Peel.off(new Gzip(), gzip)).isEmpty();
    assertThat(Peel.off(new Zlib(), zlib)).isEmpty();
  }

  @Test
  void refusesRawDeflateThatEndsBeforeTheData() {
    assertThat(Peel.off(new Deflate(), Arrays.copyOf(DEFLATE, DEFLATE.length + 1))).isEmpty();
  }

  @Test
  void triesStreamsWithoutAMarkInSourceCodeOnly() {
    assertThat(Peel.off(new Deflate(), DEFLATE, Clues.NONE)).isEmpty();
    assertThat(Peel.off(new Brotli(), BROTLI, Clues.NONE)).isEmpty();
    assertThat(Peel.off(new Gzip(), GZIP, Clues.NONE)).containsKey("gzip");
    assertThat(Peel.off(new Zlib(), ZLIB, Clues.NONE)).containsKey("zlib");
  }

  @Test
  void givesUpOnABomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        gzip.write(zeros);
      }
    }
    assertThat(packed.size()).isLessThan(100_000);
    assertThat(Peel.off(new Gzip(), packed.toByteArray())).isEmpty();
  }

  @Test
  void saysNothingOfChanceBytes() {
    for (int seed = 0; seed < 50; seed++) {
      byte[] bytes = Peel.chance(400, seed);
      assertThat(Peel.off(new Gzip(), bytes)).isEmpty();
      assertThat(Peel.off(new Zlib(), bytes)).isEmpty();
      assertThat(Peel.off(new Deflate(), bytes)).isEmpty();
    }
  }
}
