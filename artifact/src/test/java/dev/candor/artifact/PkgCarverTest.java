package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PkgCarverTest {
  private static final String HEAD =
      "(function(process, require, console, EXECPATH_FD, PAYLOAD_POSITION, PAYLOAD_SIZE) { return"
          + " (function (REQUIRE_COMMON, VIRTUAL_FILESYSTEM, DEFAULT_ENTRYPOINT) {\n boot();\n"
          + "})(function (exports) {\n common();\n},\n";

  /** A program as pkg's producer writes it: payload, then the prelude with its arguments. */
  private static byte[] program(String payload, String... arguments) {
    return new ByteWriter()
        .bytes(Shells.elf(3000))
        .text(payload)
        .text(HEAD)
        .text(String.join("\n,\n", arguments))
        .text("\n);\n})")
        .bytes();
  }

  private static List<Piece> carve(byte[] file) {
    return new PkgCarver().carve(new MemoryContent(file));
  }

  private static String text(byte[] file, Piece piece) {
    return new String(
        new MemoryContent(file).bytes(piece.range().start(), piece.range().end()), UTF_8);
  }

  @Test
  void filesLieInFrontOfThePrelude() {
    byte[] file =
        program(
            "let a;{stat}BYTECODE{}",
            "{\"/snapshot/app/a.js\":{\"1\":[0,6],\"3\":[6,6]},"
                + "\"/snapshot/app/b.js\":{\"0\":[12,8],\"3\":[20,2]}}",
            "\"/snapshot/app/a.js\"",
            "{}",
            "{}",
            "0");

    List<Piece> pieces = carve(file);

    assertThat(pieces.subList(0, 2))
        .extracting(piece -> piece.name() + " " + piece.language() + " " + text(file, piece))
        .containsExactly(
            "/snapshot/app/a.js JAVASCRIPT let a;", "/snapshot/app/b.js BINARY BYTECODE");
    assertThat(text(file, pieces.get(2))).startsWith("(function(process").endsWith("\n);\n})");
  }

  @Test
  void olderPreludesHaveFewerArguments() {
    byte[] file = program("x=1", "{\"C:\\\\snapshot\\\\a.js\":{\"1\":[0,3]}}", "\"a.js\"");

    Piece first = carve(file).getFirst();

    assertThat(first.name()).isEqualTo("C:/snapshot/a.js");
    assertThat(text(file, first)).isEqualTo("x=1");
  }

  @Test
  void compressedFilesAreNamedByTheDictionaryAndStayBinary() {
    byte[] file =
        program(
            "GZIPPED",
            "{\"0/1/2\":{\"1\":[0,7]}}",
            "\"/snapshot/a.js\"",
            "{}",
            "{\"\":\"0\",\"snapshot\":\"1\",\"a.js\":\"2\"}",
            "1");

    assertThat(carve(file).getFirst())
        .extracting(Piece::name, Piece::language)
        .containsExactly("/snapshot/a.js", Language.BINARY);
  }

  @Test
  void aPayloadLongerThanTheFileIsRefused() {
    assertThat(carve(program("x", "{\"/a.js\":{\"1\":[0,99999999]}}", "\"a\""))).isEmpty();
    assertThat(
            carve(
                program(
                    "x", "{\"/a.js\":{\"1\":[9223372036854775807,9223372036854775807]}}", "\"a\"")))
        .isEmpty();
  }

  @Test
  void aTableThatIsNoJsonIsRefused() {
    assertThat(carve(program("x", "{\"/a.js\":{\"1\":[0,", "\"a\""))).isEmpty();
  }
}
