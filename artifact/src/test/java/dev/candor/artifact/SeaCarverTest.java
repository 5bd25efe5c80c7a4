package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeaCarverTest {
  private static final int SNAPSHOT = 2;
  private static final int CODE_CACHE = 4;
  private static final int ASSETS = 8;

  /** A blob as nodejs/node's SeaSerializer writes it, with header bytes behind the flags. */
  private static byte[] blob(int flags, int headerBytes) {
    ByteWriter blob = new ByteWriter().u32(0x143da20).u32(flags).zeros(headerBytes);
    string(blob, "lib/main.cjs");
    string(blob, "console.log(1)");
    if ((flags & CODE_CACHE) != 0) {
      string(blob, "cache");
    }
    if ((flags & ASSETS) != 0) {
      blob.u64(2);
      string(blob, "a.py");
      string(blob, "print(1)");
      string(blob, "logo.png");
      string(blob, "png");
    }
    return blob.bytes();
  }

  private static void string(ByteWriter blob, String text) {
    blob.u64(text.length()).text(text);
  }

  private static List<Piece> carve(byte[] file) {
    return new SeaCarver().carve(new MemoryContent(file));
  }

  private static byte[] in(byte[] shell, byte[] blob) {
    return new ByteWriter().bytes(shell).bytes(blob).zeros(333).bytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void codeIsFoundWhateverTheHeadersLength(int headerBytes) {
    for (byte[] shell : new byte[][] {Shells.elf(4096), Shells.pe(4096), Shells.machO(4096)}) {
      byte[] file = in(shell, blob(0, headerBytes));

      assertThat(carve(file))
          .singleElement()
          .satisfies(piece -> {
            assertThat(piece.name()).isEqualTo("lib/main.cjs");
            assertThat(piece.language()).isEqualTo(Language.JAVASCRIPT);
            assertThat(text(file, piece)).isEqualTo("console.log(1)");
          });
    }
  }

  @Test
  void assetsAreFoundBehindACodeCache() {
    byte[] file = in(Shells.elf(4096), blob(CODE_CACHE | ASSETS, 1));

    assertThat(carve(file))
        .extracting(piece -> piece.name() + " " + piece.language() + " " + text(file, piece))
        .containsExactly(
            "lib/main.cjs JAVASCRIPT console.log(1)",
            "a.py PYTHON print(1)",
            "logo.png BINARY png");
  }

  @Test
  void aSnapshotIsNoSource() {
    assertThat(carve(in(Shells.elf(4096), blob(SNAPSHOT, 0))))
        .extracting(Piece::language)
        .containsExactly(Language.BINARY);
  }

  @Test
  void theMagicNumberAloneIsNoBlob() {
    byte[] file = new ByteWriter().bytes(Shells.elf(4096)).u32(0x143da20).zeros(400).bytes();
    assertThat(carve(file)).isEmpty();
  }

  @Test
  void aBlobAcrossTwoBlocksIsFound() {
    byte[] file = in(Shells.elf((1 << 20) - 4), blob(0, 0));
    assertThat(carve(file)).hasSize(1);
  }

  @Property(tries = 500)
  void damagedBlobsNeverThrowAndNeverLeaveTheFile(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
    byte[] file = in(Shells.elf(8), blob(CODE_CACHE | ASSETS, 0));
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
    }
    TilingTest.assertTiles(file, Modules.of(new Entry("x", new MemoryContent(file))));
  }

  private static String text(byte[] file, Piece piece) {
    return new String(
        new MemoryContent(file).bytes(piece.range().start(), piece.range().end()), UTF_8);
  }
}
