package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingLimitsTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void entriesBeyondTheLimitAreNotRead() {
    TarBytes tar = new TarBytes();
    Map<String, byte[]> zip = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      tar.file(i + ".js", "x");
      zip.put(i + ".js", new byte[0]);
    }
    Limits ten = new Limits(10, MEGABYTE, MEGABYTE, 200, 3, 100);
    for (byte[] archive : List.of(tar.bytes(), tar.gzipped(), ZipBytes.of(zip))) {
      Unpacked unpacked = Unpacked.of(archive, ten);
      assertThat(unpacked.paths()).hasSize(10);
      assertThat(unpacked.notes()).singleElement().asString().contains("more than 10 entries");
    }
  }

  @Test
  void filesOfAFolderCountToo() throws IOException {
    for (int i = 0; i < 30; i++) {
      Files.writeString(folder.resolve(i + ".js"), "x");
    }
    Unpacked unpacked = Unpacked.of(folder, new Limits(10, MEGABYTE, MEGABYTE, 200, 3, 100));
    assertThat(unpacked.paths()).hasSize(10);
    assertThat(unpacked.notes()).singleElement().asString().contains("more than 10 entries");
  }

  @Test
  void emptyHeadersAndFoldersCountAsEntries() {
    TarBytes tar = new TarBytes();
    for (int i = 0; i < 30; i++) {
      tar.entry("d" + i + "/", '5', new byte[0]);
      tar.entry("pax", 'x', "11 path=ab\n".getBytes(UTF_8));
    }
    Unpacked unpacked = Unpacked.of(tar.bytes(), new Limits(10, MEGABYTE, MEGABYTE, 200, 3, 100));
    assertThat(unpacked.notes()).singleElement().asString().contains("more than 10 entries");
  }

  @Test
  void totalBytesBeyondTheLimitAreNotRead() throws IOException {
    byte[] body = new byte[300_000];
    byte[] tgz = new TarBytes().file("a", body).file("b", body).file("c", body).gzipped();
    Map<String, byte[]> files = new LinkedHashMap<>();
    List.of("a", "b", "c").forEach(name -> files.put(name, body));
    Files.write(folder.resolve("a"), body);
    Files.write(folder.resolve("b"), body);
    Files.write(folder.resolve("c"), body);
    Limits limits = new Limits(100, 700_000, MEGABYTE, 1000, 3, 100);

    for (Unpacked unpacked :
        List.of(
            Unpacked.of(tgz, limits),
            Unpacked.of(ZipBytes.of(files), limits),
            Unpacked.of(folder, limits))) {
      assertThat(unpacked.paths()).containsExactly("a", "b");
      assertThat(unpacked.notes()).singleElement().asString().contains("more than 700,000 bytes");
    }
  }

  @Test
  void aFileThatIsTooLargeIsLeftOutAndTheNextIsRead() throws IOException {
    byte[] large = new byte[2000];
    byte[] tgz = new TarBytes().file("large", large).file("next", "x").gzipped();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("large", large);
    files.put("next", new byte[1]);
    Files.write(folder.resolve("large"), large);
    Files.write(folder.resolve("next"), new byte[1]);
    Limits limits = new Limits(100, MEGABYTE, 1000, 1000, 3, 100);

    for (Unpacked unpacked :
        List.of(
            Unpacked.of(tgz, limits),
            Unpacked.of(ZipBytes.of(files), limits),
            Unpacked.of(folder, limits))) {
      assertThat(unpacked.paths()).containsExactly("next");
      assertThat(unpacked.notes()).containsExactly("large: left out, it is too large");
    }
  }

  @Test
  void aLargeFileOnDiskIsLeftOutWhenItExceedsTheLimitWhileItIsUnpacked() {
    byte[] tgz = new TarBytes().file("large", new byte[40 << 20]).file("next", "x").gzipped();
    Limits limits = new Limits(100, 100 * MEGABYTE, 35 * MEGABYTE, 10_000, 3, 100);

    assertThat(Unpacked.of(tgz, limits).paths()).containsExactly("next");
  }

  @Test
  void aGzipBombIsGivenUp() throws IOException {
    Path bomb = folder.resolve("bomb.gz");
    zeros(bomb, 300 * MEGABYTE);

    Unpacked unpacked = Unpacked.of(bomb, Limits.STANDARD);

    assertThat(unpacked.paths()).doesNotContain("bomb");
    assertThat(unpacked.notes()).anyMatch(note -> note.contains("suspiciously many bytes"));
  }

  @Test
  void aBombWithinAnArchiveDoesNotHideWhatStandsBesideIt() throws IOException {
    Path bomb = folder.resolve("bomb.gz");
    zeros(bomb, 100 * MEGABYTE);
    byte[] noise = new byte[2 << 20];
    new java.util.Random(7).nextBytes(noise);
    byte[] outer =
        new TarBytes()
            .file("bomb.gz", Files.readAllBytes(bomb))
            .file("noise", noise)
            .file("after.js", "x")
            .bytes();

    Unpacked unpacked = Unpacked.of(outer, Limits.STANDARD);

    assertThat(unpacked.paths()).contains("after.js");
    assertThat(unpacked.notes())
        .containsExactly("bomb.gz: unpacks to suspiciously many bytes, the rest was not read");
  }

  @Test
  void aZipBombIsGivenUp() {
    byte[] zeros = new byte[80 << 20];
    byte[] zip = ZipBytes.of(Map.of("zeros", zeros));
    assertThat(zip.length).isLessThan(400_000);

    assertThat(Unpacked.of(zip, Limits.STANDARD).notes())
        .anyMatch(note -> note.contains("suspiciously many bytes"));
  }

  @Test
  void filesThatShareTheirBytesAreReadOnce() {
    byte[] body = new byte[1 << 20];
    byte[] packed = ZipBytes.deflate(body);
    ZipBytes zip = new ZipBytes().file("a0", body);
    for (int i = 1; i < 500; i++) {
      zip.listed("a" + i, 0, packed.length, body.length, ZipBytes.crc(body), 0);
    }

    Unpacked unpacked = Unpacked.of(zip.bytes());

    assertThat(unpacked.paths()).containsExactly("a0");
    assertThat(unpacked.notes()).hasSize(13).last().asString().startsWith("487 more: ");
  }

  @Test
  void quotedOverlapsAreReadOnce() {
    // Each file's bytes contain the next one's header: Fifield, "A better zip bomb", 2019.
    byte[] kernel = ZipBytes.deflate(new byte[100_000]);
    ZipBytes zip = new ZipBytes().unlisted("a", new byte[0]).unlisted("b", new byte[100_000]);
    int second = 30 + 1 + ZipBytes.deflate(new byte[0]).length;
    zip.listed("a", 0, zip.size() - 31, 100_000, 0, 0);
    zip.listed("b", second, kernel.length, 100_000, ZipBytes.crc(new byte[100_000]), 0);

    assertThat(Unpacked.of(zip.bytes()).notes())
        .contains("b: left out, its bytes are those of another file too");
  }

  @Test
  void archivesNestedWithoutEndAreOpenedToTheLimit() {
    byte[] archive = new TarBytes().file("core.js", "x").gzipped();
    for (int i = 0; i < 20; i++) {
      archive = new TarBytes().file("n.tgz", archive).gzipped();
    }

    Unpacked unpacked = Unpacked.of(archive);

    assertThat(unpacked.paths()).containsExactly("n.tgz!/n.tgz!/n.tgz!/n.tgz");
    assertThat(unpacked.notes())
        .containsExactly("n.tgz!/n.tgz!/n.tgz!/n.tgz: not opened, it lies in too many archives");
  }

  @Test
  void namesThatAreTooLongAreLeftOut() throws IOException {
    String name = "n".repeat(90);
    Files.writeString(folder.resolve(name), "x");
    Limits limits = new Limits(100, MEGABYTE, MEGABYTE, 200, 3, 80);
    byte[] tar = new TarBytes().file(name, "x").file("ok", "").bytes();

    assertThat(Unpacked.of(tar, limits).paths()).containsExactly("ok");
    assertThat(Unpacked.of(folder, limits).paths()).isEmpty();
    assertThat(Unpacked.of(folder, limits).notes())
        .containsExactly(name + ": left out, its name is too long");
  }

  @Test
  void anOversizedLongNameIsNotHeldInMemory() throws IOException {
    Path file = folder.resolve("names.tgz");
    try (OutputStream out = gzip(file)) {
      out.write(TarBytes.header("././@LongLink".getBytes(UTF_8), 'L', 60 * MEGABYTE));
      for (int i = 0; i < 60; i++) {
        byte[] part = new byte[1 << 20];
        java.util.Arrays.fill(part, (byte) 'a');
        out.write(part);
      }
      out.write(new TarBytes().file("next.js", "x").bytes());
    }
    Unpacked unpacked = Unpacked.of(file);
    assertThat(unpacked.paths()).containsExactly("next.js");
    assertThat(unpacked.notes()).singleElement().asString().contains("oversized extended header");
  }

  @Test
  void aMillionFilesInATarStopAtTheLimit() throws IOException {
    Path file = folder.resolve("million.tgz");
    try (OutputStream out = gzip(file)) {
      for (int i = 0; i < 1_000_000; i++) {
        out.write(TarBytes.header(("f" + i).getBytes(UTF_8), '0', 0));
      }
    }
    int[] seen = {0};
    List<String> notes = Unpacking.walk(file, "", Limits.STANDARD, entry -> seen[0]++);
    assertThat(seen[0]).isEqualTo(Limits.STANDARD.entries());
    assertThat(notes).singleElement().asString().contains("more than 200,000 entries");
  }

  @Test
  void aMillionFilesInAZipStopAtTheLimit() throws IOException {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 1_000_000; i++) {
      zip.listed("f" + i, 0, 0, 0, 0, 0);
    }
    Path file = Files.write(folder.resolve("million.zip"), zip.bytes());
    int[] seen = {0};
    List<String> notes =
        Unpacking.walk(
            file, "", new Limits(200_000, 8L << 30, 4L << 30, 200, 3, 1024), entry -> seen[0]++);
    assertThat(seen[0]).isLessThanOrEqualTo(1);
    assertThat(notes).last().asString().startsWith("199,988 more: ");
    assertThat(notes).anyMatch(note -> note.contains("more than 200,000 entries"));
  }

  private static void zeros(Path file, long size) throws IOException {
    try (OutputStream out = gzip(file)) {
      for (long done = 0; done < size; done += MEGABYTE) {
        out.write(new byte[(int) MEGABYTE]);
      }
    }
  }

  private static OutputStream gzip(Path file) throws IOException {
    OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file));
    return new GZIPOutputStream(plain, 1 << 16) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }
}
