package dev.candor.wire.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.candor.wire.Body;
import dev.candor.wire.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The streams were made by GNU gzip 1.12, CPython 3.11's zlib, zstd 1.5.4, and Node 20's zlib for
 * brotli.
 */
class ContentTest {
  private static final byte[] PLAIN =
      "{\"model\":\"probe-1\",\"input\":\"It is 2026-11-21 in Zürich.\"}".getBytes(UTF_8);
  private static final byte[] GZIP =
      hex(
          "1f8b0800000000000003ab56cacd4f49cd51b2522a28ca4f4ad53554d251cacc2b282d018a78962864162b18"
              + "191899e91a1aea1a192a64e629441dde5394999ca1a7540b00181539ed3a000000");
  private static final byte[] ZLIB =
      hex(
          "789cab56cacd4f49cd51b2522a28ca4f4ad53554d251cacc2b282d018a78962864162b18191899e91a1aea1a"
              + "192a64e629441dde5394999ca1a7540b000ca411e6");
  private static final byte[] BARE =
      hex(
          "ab56cacd4f49cd51b2522a28ca4f4ad53554d251cacc2b282d018a78962864162b18191899e91a1aea1a192a"
              + "64e629441dde5394999ca1a7540b00");
  private static final byte[] BROTLI =
      hex(
          "8b1c807b226d6f64656c223a2270726f62652d31222c22696e707574223a22497420697320323032362d3131"
              + "2d323120696e205ac3bc726963682e227d03");
  private static final byte[] ZSTD =
      hex(
          "28b52ffd243ad101007b226d6f64656c223a2270726f62652d31222c22696e707574223a2249742069732032"
              + "3032362d31312d323120696e205ac3bc726963682e227d53302047");
  private static final byte[] BROTLI_OF_GZIP =
      hex(
          "0b26801f8b0800000000000003ab56cacd4f49cd51b2522a28ca4f4ad53554d251cacc2b282d018a78962864"
              + "162b18191899e91a1aea1a192a64e629441dde5394999ca1a7540b00181539ed3a00000003");

  /** 8 MiB of the letter a. */
  private static final byte[] BROTLI_BOMB = hex("9bffff7ff825c2e2b14020f7fe0f");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @Test
  void undoesEachCoding() {
    assertWhole(of(GZIP, "gzip"), "gzip");
    assertWhole(of(GZIP, "X-GZip"), "x-gzip");
    assertWhole(of(ZLIB, "deflate"), "deflate");
    assertWhole(of(BARE, "deflate"), "deflate");
    assertWhole(of(BROTLI, "br"), "br");
    assertWhole(of(ZSTD, "zstd"), "zstd");
  }

  @Test
  void undoesSeveralFromTheLastToTheFirst() {
    assertWhole(of(BROTLI_OF_GZIP, "gzip, br"), "br", "gzip");
    assertWhole(of(BROTLI_OF_GZIP, "gzip", "identity ,, br"), "br", "gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", " , ,Identity"})
  void leavesWhatIsNotCoded(String coding) {
    assertWhole(of(PLAIN, coding));
    assertWhole(Content.of(Body.of(PLAIN), List.of()));
  }

  @Test
  void undoesMembersOfGzipOneAfterAnother() {
    Content content = of(joined(GZIP, GZIP), "gzip");

    assertThat(content.bytes()).isEqualTo(joined(PLAIN, PLAIN));
    assertThat(content.reason()).isEmpty();
  }

  @Test
  void readsAGzipHeaderWithAllItsFields() {
    byte[] header = hex("1f8b081e00000000000303006162636e616d6500776879006162");

    assertWhole(of(joined(header, Arrays.copyOfRange(GZIP, 10, GZIP.length)), "gzip"), "gzip");
  }

  @Test
  void anEmptyBodyIsNotCoded() {
    Content content = of(new byte[0], "gzip");

    assertThat(content).isEqualTo(new Content(content.bytes(), List.of(), Optional.empty()));
  }

  @Test
  void keepsWhatCameBeforeTheEndOfACutStream() {
    for (Content content :
        List.of(cut(GZIP, 40, "gzip"), cut(ZLIB, 40, "deflate"), cut(BARE, 40, "deflate"))) {
      assertThat(new String(content.bytes(), UTF_8)).startsWith("{\"model\":\"probe");
      assertThat(content.codings()).hasSize(1);
      assertThat(content.reason()).contains(content.codings().getFirst() + ": it ends too early");
    }
    assertThat(cut(BROTLI, 50, "br").reason().orElseThrow()).startsWith("br: ");
    assertThat(cut(ZSTD, 50, "zstd").reason().orElseThrow()).startsWith("zstd: ");
  }

  private static Content cut(byte[] coded, int length, String coding) {
    return of(Arrays.copyOf(coded, length), coding);
  }

  @Test
  void keepsAllThatAWrongChecksumFollows() {
    byte[] wrong = GZIP.clone();
    wrong[GZIP.length - 6] ^= 1;
    Content content = of(wrong, "gzip");

    assertThat(content.bytes()).isEqualTo(PLAIN);
    assertThat(content.reason()).contains("gzip: its checksum is wrong");
  }

  @Test
  void tellsOfBytesBehindTheEnd() {
    byte[] more = "hidden ".repeat(4000).getBytes(UTF_8);

    for (String coding : List.of("gzip", "deflate", "br", "zstd")) {
      byte[] coded =
          switch (coding) {
            case "gzip" -> GZIP;
            case "deflate" -> BARE;
            case "br" -> BROTLI;
            default -> ZSTD;
          };
      Content content = of(joined(coded, more), coding);
      assertThat(content.reason()).as(coding).isPresent();
      assertThat(content.bytes()).as(coding).isEqualTo(PLAIN);
    }
    assertThat(of(joined(BROTLI, new byte[1]), "br").reason()).isPresent();
    assertWhole(of(joined(GZIP, new byte[5]), "gzip"), "gzip");
  }

  @Test
  void givesWhatItGotWhereTheBytesAreNotWhatTheHeaderSays() {
    for (String coding : List.of("gzip", "zstd", "compress", "a\u001bb")) {
      Content content = of(PLAIN, coding);
      assertThat(content.bytes()).isEqualTo(PLAIN);
      assertThat(content.codings()).isEmpty();
      assertThat(content.reason()).isPresent();
    }
    assertThat(of(PLAIN, "a\u001bb").reason()).contains("the coding a\\u{1B}b is not known");
    assertThat(of(GZIP, "compress, gzip").bytes()).isEqualTo(PLAIN);
  }

  @Test
  void tellsWhatOfABodyWasKept() {
    Content content =
        Content.of(new Body(GZIP, 2000), List.of(new Header("content-encoding", "gzip")));

    assertThat(content.bytes()).isEqualTo(PLAIN);
    assertThat(content.reason()).contains("only the first 77 of 2,000 bytes were kept");
  }

  @Test
  void givesUpOnABomb() throws IOException {
    Content.Bounds bounds = new Content.Bounds(4 << 20, 2_000_000, 3);
    byte[] zeros = new byte[8 << 20];
    for (Content content :
        List.of(
            of(bounds, BROTLI_BOMB, "br"),
            of(bounds, packed(zeros, GZIPOutputStream::new), "gzip"),
            of(bounds, Zstd.compress(zeros), "zstd"))) {
      assertThat(content.bytes()).hasSize(4 << 20);
      assertThat(content.reason().orElseThrow())
          .endsWith("it has more than 4,194,304 bytes, the rest was left");
    }
  }

  @Test
  void givesUpOnWhatGrowsTooMuch() throws IOException {
    Content content = of(BROTLI_BOMB, "br");

    assertThat(content.bytes()).hasSizeBetween(1 << 20, 2 << 20);
    assertThat(content.reason()).contains("br: it grows more than 1,000 times, the rest was left");
    byte[] twice = packed(packed(new byte[4 << 20], GZIPOutputStream::new), GZIPOutputStream::new);
    assertThat(of(twice, "gzip, gzip").reason().orElseThrow()).contains("grows more than");
  }

  @Test
  void refusesMoreCodingsThanItsBound() {
    Content content = of(GZIP, "gzip, gzip, gzip, gzip");

    assertThat(content.bytes()).isEqualTo(GZIP);
    assertThat(content.reason()).contains("it names more than 3 codings");
  }

  @Property(tries = 100)
  void undoesWhatTheJdkCodes(@ForAll byte[] any, @ForAll boolean bare) throws IOException {
    byte[] gzip = packed(any, GZIPOutputStream::new);
    byte[] deflate = packed(any, out -> new DeflaterOutputStream(out, new Deflater(6, bare)));

    assertThat(of(gzip, "gzip")).satisfies(c -> assertSame(c, any));
    assertThat(of(deflate, "deflate")).satisfies(c -> assertSame(c, any));
    assertThat(of(Zstd.compress(any), "zstd")).satisfies(c -> assertSame(c, any));
  }

  private static void assertSame(Content content, byte[] expected) {
    assertThat(content.bytes()).isEqualTo(expected);
    assertThat(content.reason()).isEmpty();
  }

  private static void assertWhole(Content content, String... codings) {
    assertSame(content, PLAIN);
    assertThat(content.codings()).containsExactly(codings);
  }

  private static Content of(byte[] sent, String... codings) {
    return of(Content.Bounds.STANDARD, sent, codings);
  }

  private static Content of(Content.Bounds bounds, byte[] sent, String... codings) {
    List<Header> headers =
        Arrays.stream(codings).map(coding -> new Header("Content-Encoding", coding)).toList();
    return Content.of(Body.of(sent), headers, bounds);
  }

  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] plain, Packer packer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packer.over(out)) {
      packing.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
