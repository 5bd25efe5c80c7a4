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

class BunCarverTest {
  private static final String CODE = "// @bun\nconsole.log('hello')";

  /** A graph as oven-sh/bun lays it out, with records and offsets of the given lengths. */
  private static byte[] graph(int record, int offsets, String... names) {
    ByteWriter body = new ByteWriter().zeros(16);
    ByteWriter table = new ByteWriter();
    for (String name : names) {
      int nameAt = body.size();
      body.text(name).u8(0);
      int codeAt = body.size();
      body.text(CODE + names.length).u8(0);
      int nameLength = name.getBytes(UTF_8).length;
      table.u32(nameAt).u32(nameLength).u32(codeAt).u32(CODE.length() + 1);
      table.zeros(record - 20).u8(1).u8(1).u8(2).u8(0);
    }
    int tableAt = body.size();
    body.bytes(table.bytes());
    int length = body.size();
    return new ByteWriter()
        .bytes(body.bytes())
        .u64(length)
        .u32(tableAt)
        .u32(table.size())
        .zeros(offsets - 16)
        .text("\n---- Bun! ----\n")
        .bytes();
  }

  private static List<Piece> carve(byte[] file) {
    return new BunCarver().carve(new MemoryContent(file));
  }

  private static String text(byte[] file, Piece piece) {
    return new String(
        new MemoryContent(file).bytes(piece.range().start(), piece.range().end()), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 32, 36, 44, 52, 60})
  void recordsOfEveryLengthAreRead(int record) {
    for (int offsets : new int[] {24, 32}) {
      byte[] file =
          new ByteWriter()
              .bytes(Shells.elf(5000))
              .bytes(graph(record, offsets, "/$bunfs/root/cli.js", "/$bunfs/root/b.node"))
              .bytes();

      List<Piece> pieces = carve(file);

      assertThat(pieces)
          .extracting(Piece::name)
          .containsExactly("/$bunfs/root/cli.js", "/$bunfs/root/b.node");
      assertThat(pieces)
          .extracting(Piece::language)
          .containsExactly(Language.JAVASCRIPT, Language.BINARY);
      assertThat(text(file, pieces.getFirst())).isEqualTo(CODE + "2");
    }
  }

  @Test
  void theGraphIsFoundInASectionOfEveryContainer() {
    for (byte[] shell : new byte[][] {Shells.elf(4096), Shells.pe(4096), Shells.machO(4096)}) {
      byte[] graph = graph(52, 32, "B:/~BUN/root/cli.js");
      byte[] file =
          new ByteWriter()
              .bytes(shell)
              .u64(graph.length)
              .bytes(graph)
              .zeros(100_000)
              .text("symbols and a signature")
              .bytes();

      assertThat(carve(file)).extracting(Piece::name).containsExactly("B:/~BUN/root/cli.js");
    }
  }

  @Test
  void modulesAreNamedBehindTheirExecutable() {
    byte[] file =
        new ByteWriter()
            .bytes(Shells.elf(5000))
            .bytes(graph(52, 32, "/$bunfs/root/src/cli.js"))
            .bytes();

    List<Module> modules = Modules.of(new Entry("package/claude", new MemoryContent(file)));

    assertThat(modules)
        .extracting(Module::name)
        .containsExactly(
            "package/claude", "package/claude!/$bunfs/root/src/cli.js", "package/claude");
    assertThat(new String(modules.get(1).bytes(), UTF_8)).isEqualTo(CODE + "1");
  }

  @Test
  void theTrailerInTheRuntimesOwnTextIsPassedOver() {
    byte[] file =
        new ByteWriter()
            .bytes(Shells.elf(500))
            .bytes(graph(52, 32, "/$bunfs/root/a.js"))
            .text("a text that holds \n---- Bun! ----\n for no reason")
            .bytes();

    assertThat(carve(file)).hasSize(1);
  }

  @Test
  void anEmptyModuleIsNoPiece() {
    byte[] file =
        new ByteWriter()
            .bytes(Shells.elf(100))
            .zeros(8)
            .text("a.js")
            .zeros(1)
            .u32(8)
            .u32(4)
            .zeros(44)
            .u64(65)
            .u32(13)
            .u32(52)
            .zeros(16)
            .text("\n---- Bun! ----\n")
            .bytes();
    assertThat(carve(file)).isEmpty();
  }

  @Property(tries = 500)
  void damagedGraphsNeverThrowAndNeverLeaveTheFile(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
    byte[] file = graph(52, 32, "/$bunfs/root/a.js", "/$bunfs/root/b.js");
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      file[random.nextInt(file.length)] = (byte) random.nextInt();
    }
    assertThat(carve(file))
        .allSatisfy(piece -> assertThat(piece.range().end()).isLessThanOrEqualTo(file.length));
    TilingTest.assertTiles(file, Modules.of(new Entry("x", new MemoryContent(file))));
  }
}
