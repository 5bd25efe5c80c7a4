package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
  @TempDir Path folder;

  @Test
  void aPackedFolderIsReadInStoredOrder() {
    byte[] tgz = new TarBytes().file("package/b.js", "b()").file("package/a.js", "a()").gzipped();

    Unpacked unpacked = Unpacked.of(tgz);

    assertThat(unpacked.paths()).containsExactly("package/b.js", "package/a.js");
    assertThat(unpacked.text("package/b.js")).isEqualTo("b()");
    assertThat(unpacked.notes()).isEmpty();
  }

  @Test
  void longNamesOfEveryTarDialectAreRead() throws IOException {
    String name = "d/".repeat(60) + "ünïcode-" + "n".repeat(60) + ".js";
    for (int mode :
        new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
        tar.setLongFileMode(mode);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(3);
        tar.putArchiveEntry(entry);
        tar.write("x=1".getBytes(UTF_8));
        tar.closeArchiveEntry();
      }
      assertThat(Unpacked.of(out.toByteArray()).text(name)).isEqualTo("x=1");
    }
  }

  @Test
  void zipsOfEveryShapeAreRead() throws IOException {
    byte[] body = "let x = 1;\n".repeat(1000).getBytes(UTF_8);
    for (Zip64Mode mode : Zip64Mode.values()) {
      Path file = folder.resolve("x.vsix");
      try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
        zip.setUseZip64(mode);
        for (int method : new int[] {ZipArchiveEntry.STORED, ZipArchiveEntry.DEFLATED}) {
          ZipArchiveEntry entry = new ZipArchiveEntry("extension/" + method + ".js");
          entry.setMethod(method);
          entry.setSize(body.length);
          entry.setCrc(ZipBytes.crc(body));
          zip.putArchiveEntry(entry);
          zip.write(body);
          zip.closeArchiveEntry();
        }
      }
      Unpacked unpacked = Unpacked.of(file);
      assertThat(unpacked.paths()).containsExactly("extension/0.js", "extension/8.js");
      assertThat(unpacked.bodies()).allSatisfy(b -> assertThat(b).isEqualTo(body));
      assertThat(unpacked.notes()).isEmpty();
    }
  }

  @Test
  void aZipWrittenAsAStreamIsRead() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(UTF_8));
    files.put("a/B.class", new byte[10_000]);

    Unpacked unpacked = Unpacked.of(ZipBytes.of(files));

    assertThat(unpacked.paths()).containsExactlyElementsOf(files.keySet());
    assertThat(unpacked.bodies().get(1)).isEqualTo(new byte[10_000]);
    assertThat(unpacked.notes()).isEmpty();
  }

  @Test
  void aZipBehindAProgramIsReadAndSoIsTheProgram() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("#!/usr/bin/env python3\n".getBytes(UTF_8));
    out.writeBytes(ZipBytes.of(Map.of("__main__.py", "print(1)".getBytes(UTF_8))));
    Path file = Files.write(folder.resolve("tool"), out.toByteArray());

    assertThat(Unpacked.of(file).paths()).containsExactly("tool", "__main__.py");
  }

  @Test
  void aFolderIsReadInTheOrderOfItsNames() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    Files.writeString(folder.resolve("b/c/z.js"), "z");
    Files.writeString(folder.resolve("a.js"), "a");
    Files.write(folder.resolve("p.tgz"), new TarBytes().file("in.js", "in").gzipped());

    assertThat(Unpacked.of(folder).paths()).containsExactly("a.js", "b/c/z.js", "p.tgz!/in.js");
  }

  @Test
  void aSingleFileIsOneEntryUnderItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("cli.js"), "run()");

    Unpacked unpacked = Unpacked.of(file);

    assertThat(unpacked.paths()).containsExactly("cli.js");
    assertThat(unpacked.text("cli.js")).isEqualTo("run()");
  }

  @Test
  void thePrefixStandsInFrontOfEveryPath() throws IOException {
    Path file = Files.write(folder.resolve("x.tgz"), new TarBytes().file("a.js", "").gzipped());
    List<String> paths = new java.util.ArrayList<>();
    Unpacking.walk(file, "left/", Unpacked.SMALL, entry -> paths.add(entry.path()));
    assertThat(paths).containsExactly("left/a.js");
  }

  @Test
  void whatAFileIsIsToldByItsContent() throws IOException {
    Path tar = Files.write(folder.resolve("x.zip"), new TarBytes().file("t.js", "1").bytes());
    Path text = Files.writeString(folder.resolve("y.tgz"), "not packed at all, whatever its name");

    assertThat(Unpacked.of(tar).paths()).containsExactly("t.js");
    assertThat(Unpacked.of(text).paths()).containsExactly("y.tgz");
  }

  @Test
  void archivesWithinArchivesAreOpened() {
    byte[] inner = ZipBytes.of(Map.of("deep.py", "pass".getBytes(UTF_8)));
    byte[] middle = new TarBytes().file("w.whl", inner).gzipped();
    byte[] outer = new TarBytes().file("p/m.tgz", middle).gzipped();

    assertThat(Unpacked.of(outer).paths()).containsExactly("p/m.tgz!/w.whl!/deep.py");
  }

  @Test
  void aGzippedFileIsReadUnderItsNameWithoutSuffix() throws IOException {
    byte[] packed = TarBytes.gzip("let a;".getBytes(UTF_8));
    Path file = Files.write(folder.resolve("a.js.gz"), packed);

    assertThat(Unpacked.of(file).text("a.js")).isEqualTo("let a;");
  }

  @Test
  void gzipOfSeveralMembersIsReadToItsEnd() {
    byte[] tar = new TarBytes().file("a.js", "x".repeat(5000)).bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(TarBytes.gzip(java.util.Arrays.copyOf(tar, 700)));
    out.writeBytes(TarBytes.gzip(java.util.Arrays.copyOfRange(tar, 700, tar.length)));

    Unpacked unpacked = Unpacked.of(out.toByteArray());

    assertThat(unpacked.text("a.js")).hasSize(5000);
    assertThat(unpacked.notes()).isEmpty();
  }

  @Test
  void aSourceFileThatLooksLikeAnArchiveIsReadBothWays() {
    byte[] polyglot = new TarBytes().file("inner.js", "hidden()").bytes();
    byte[] outer = new TarBytes().file("evil.js", polyglot).bytes();

    assertThat(Unpacked.of(outer).paths()).containsExactly("evil.js", "evil.js!/inner.js");
  }

  @Test
  void whatOnlyLooksLikeAnArchiveIsAPlainFile() {
    byte[] fake = new byte[2000];
    fake[0] = 0x1f;
    fake[1] = (byte) 0x8b;
    fake[2] = 8;
    fake[3] = (byte) 0xff;
    byte[] outer = new TarBytes().file("data.bin", fake).bytes();

    Unpacked unpacked = Unpacked.of(outer);

    assertThat(unpacked.paths()).containsExactly("data.bin");
    assertThat(unpacked.bodies().getFirst()).isEqualTo(fake);
  }

  @Test
  void aLargeFileIsHeldOnDiskAndLeavesNothingBehind() throws IOException {
    byte[] large = new byte[40 << 20];
    new Random(1).nextBytes(large);

    Unpacked unpacked = Unpacked.of(new TarBytes().file("large.bin", large).bytes());

    assertThat(unpacked.bodies().getFirst()).isEqualTo(large);
    try (var left = Files.list(SpillFolder.shared().folder())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsNotThereIsRefusedWithItsName() {
    assertThatThrownBy(() -> Unpacked.of(folder.resolve("nothing.tgz")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing.tgz");
  }
}
