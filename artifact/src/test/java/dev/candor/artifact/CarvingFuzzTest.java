package dev.candor.artifact;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Hostile headers are read or refused, never thrown at, and the modules still tile the file. */
class CarvingFuzzTest {
  @FuzzTest
  void asar(byte[] data) {
    tiles(data);
    new AsarHeader(new MemoryContent(data), 0).pieces(data);
  }

  @FuzzTest
  void bun(byte[] data) {
    byte[] file = new ByteWriter().bytes(data).text("\n---- Bun! ----\n").bytes();
    tiles(file);
  }

  @FuzzTest
  void sea(byte[] data) {
    tiles(new ByteWriter().bytes(Shells.elf(8)).u32(0x143da20).bytes(data).bytes());
  }

  @FuzzTest
  void pkg(byte[] data) {
    tiles(
        new ByteWriter()
            .bytes(Shells.elf(64))
            .text(
                "(function(process, require, console, EXECPATH_FD, PAYLOAD_POSITION, PAYLOAD_SIZE)")
            .text(" {\n},\n{")
            .bytes(data)
            .text("\n);\n})")
            .bytes());
  }

  private static void tiles(byte[] file) {
    TilingTest.assertTiles(file, Modules.of(new Entry("x", new MemoryContent(file))));
  }
}
