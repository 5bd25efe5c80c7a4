package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnpackingDamageTest {
  private static final byte[] NOISE = noise(20_000);
  private static final byte[] TAR =
      new TarBytes().file("a.js", "a".repeat(3000)).file("b.bin", NOISE).file("c.js", "c").bytes();
  private static final byte[] TGZ = TarBytes.gzip(TAR);
  private static final byte[] ZIP = zip();

  @Property(tries = 200)
  void aTgzCutAnywhereGivesWhatStandsBeforeTheCut(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double share) {
    cutGivesAPrefix(TGZ, share);
  }

  @Property(tries = 200)
  void aTarCutAnywhereGivesWhatStandsBeforeTheCut(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double share) {
    cutGivesAPrefix(TAR, share);
  }

  @Property(tries = 200)
  void aZipCutAnywhereGivesWhatStandsBeforeTheCut(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double share) {
    cutGivesAPrefix(ZIP, share);
  }

  private static void cutGivesAPrefix(byte[] archive, double share) {
    int length = (int) (archive.length * share);
    byte[] cut = Arrays.copyOf(archive, length);
    if (Kind.of(new MemoryContent(cut)) == Kind.PLAIN) {
      return;
    }
    Unpacked whole = Unpacked.of(archive);
    Unpacked part = Unpacked.of(cut);
    assertThat(part.notes()).isNotEmpty();
    for (int i = 0; i < part.paths().size(); i++) {
      int at = whole.paths().indexOf(part.paths().get(i));
      if (at >= 0) {
        byte[] body = part.bodies().get(i);
        assertThat(Arrays.copyOf(whole.bodies().get(at), body.length)).isEqualTo(body);
      }
    }
    if (share > 0.9) {
      assertThat(part.paths()).contains("a.js");
    }
  }

  @Property(tries = 300)
  void changedBytesNeverThrow(
      @ForAll @IntRange(max = 2) int which,
      @ForAll int seed,
      @ForAll @IntRange(min = 1, max = 20) int changes) {
    byte[] archive = new byte[][] {TGZ, TAR, ZIP}[which].clone();
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      archive[random.nextInt(archive.length)] = (byte) random.nextInt();
    }
    assertThat(Unpacked.of(archive).notes()).hasSizeLessThan(50);
  }

  @Test
  void aWrongChecksumInAZipIsNoted() {
    byte[] body = "let a = 1;".getBytes(UTF_8);
    ZipBytes zip = new ZipBytes().unlisted("a.js", body);
    zip.listed("a.js", 0, ZipBytes.deflate(body).length, body.length, 12345, 0);

    Unpacked unpacked = Unpacked.of(zip.bytes());

    assertThat(unpacked.text("a.js")).isEqualTo("let a = 1;");
    assertThat(unpacked.notes()).containsExactly("a.js: does not match its checksum");
  }

  @Test
  void aWrongChecksumOfAGzipIsNoted() {
    byte[] tgz = TGZ.clone();
    tgz[tgz.length - 8] ^= 1;

    Unpacked unpacked = Unpacked.of(tgz);

    assertThat(unpacked.paths()).containsExactly("a.js", "b.bin", "c.js");
    assertThat(unpacked.notes()).singleElement().asString().contains("damaged or cut short");
  }

  @Test
  void nothingHidesBehindADamagedHeader() {
    byte[] damaged = TarBytes.header("x".getBytes(UTF_8), '0', 0);
    damaged[0] = 'y';
    byte[] tar = new TarBytes().file("a.js", "1").raw(damaged).file("b.js", "2").bytes();

    Unpacked unpacked = Unpacked.of(tar);

    assertThat(unpacked.paths()).containsExactly("a.js", "b.js");
    assertThat(unpacked.notes()).singleElement().asString().contains("damaged header");
  }

  @Test
  void bytesBehindTheEndOfATarAreNoted() {
    byte[] tar = Arrays.copyOf(TAR, TAR.length + 100);
    tar[tar.length - 1] = 1;

    assertThat(Unpacked.of(tar).notes()).singleElement().asString().contains("behind its end mark");
  }

  @Test
  void aZipThatCallsAFileByTwoNamesIsNoted() {
    byte[] zip = new ZipBytes().file("evil.js", "good.js", "x".getBytes(UTF_8)).bytes();

    Unpacked unpacked = Unpacked.of(zip);

    assertThat(unpacked.paths()).containsExactly("good.js");
    assertThat(unpacked.notes()).singleElement().asString().contains("two names");
  }

  @Test
  void aFileThatAZipsDirectoryDoesNotListIsNoted() {
    byte[] body = "x".getBytes(UTF_8);
    byte[] zip = new ZipBytes().file("a", body).unlisted("hidden", body).file("b", body).bytes();

    Unpacked unpacked = Unpacked.of(zip);

    assertThat(unpacked.paths()).containsExactly("a", "b");
    assertThat(unpacked.notes()).singleElement().asString().contains("does not list");
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(42).nextBytes(noise);
    return noise;
  }

  private static byte[] zip() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.js", "a".repeat(3000).getBytes(UTF_8));
    files.put("b.bin", NOISE);
    files.put("c.js", "c".getBytes(UTF_8));
    return ZipBytes.of(files);
  }
}
