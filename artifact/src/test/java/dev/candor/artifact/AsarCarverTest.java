package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AsarCarverTest {
  /** An archive as electron/asar's README lays it out. */
  static byte[] asar(String json, byte[] files) {
    byte[] header = json.getBytes(UTF_8);
    int padded = (header.length + 3) & ~3;
    return new ByteWriter()
        .u32(4)
        .u32(padded + 8)
        .u32(padded + 4)
        .u32(header.length)
        .bytes(header)
        .zeros(padded - header.length)
        .bytes(files)
        .bytes();
  }

  private static byte[] asar(String json, String files) {
    return asar(json, files.getBytes(UTF_8));
  }

  private static List<Module> modules(byte[] file) {
    return Modules.of(new Entry("app.asar", new MemoryContent(file)));
  }

  @Test
  void filesAreNamedByTheirFolders() {
    byte[] file =
        asar(
            "{\"files\":{\"main.js\":{\"size\":3,\"offset\":\"0\"},\"lib\":{\"files\":{\"x\":"
                + "{\"files\":{\"y.py\":{\"offset\":\"3\",\"size\":4,\"integrity\":{\"blocks\":[]}}}},"
                + "\"native.node\":{\"size\":9,\"unpacked\":true},\"l\":{\"link\":\"main.js\"}}}}}",
            "a=1pass");

    List<Module> modules = modules(file);

    assertThat(modules)
        .extracting(Module::name)
        .containsExactly("app.asar", "app.asar!/main.js", "app.asar!/lib/x/y.py");
    assertThat(modules)
        .extracting(Module::language)
        .containsExactly(Language.BINARY, Language.JAVASCRIPT, Language.PYTHON);
    assertThat(new String(modules.get(1).bytes(), UTF_8)).isEqualTo("a=1");
    assertThat(new String(modules.get(2).bytes(), UTF_8)).isEqualTo("pass");
  }

  @Test
  void anArchiveWithinAnArchiveIsOpened() {
    byte[] inner = asar("{\"files\":{\"i.js\":{\"size\":1,\"offset\":\"0\"}}}", "i");
    String json = "{\"files\":{\"in.asar\":{\"size\":" + inner.length + ",\"offset\":\"0\"}}}";

    assertThat(modules(asar(json, inner)))
        .extracting(Module::name)
        .containsExactly("app.asar", "app.asar!/in.asar", "app.asar!/in.asar!/i.js");
  }

  @Test
  void offsetsThatLieOrOverlapTakeNothingTwice() {
    byte[] file =
        asar(
            "{\"files\":{\"a.js\":{\"size\":3,\"offset\":\"0\"},"
                + "\"b.js\":{\"size\":3,\"offset\":\"1\"},"
                + "\"c.js\":{\"size\":9007199254740991,\"offset\":\"0\"},"
                + "\"d.js\":{\"size\":1,\"offset\":\"-5\"},"
                + "\"e.js\":{\"size\":1,\"offset\":\"9223372036854775807\"}}}",
            "abcdef");

    assertThat(modules(file))
        .extracting(Module::name)
        .containsExactly("app.asar", "app.asar!/a.js", "app.asar");
    TilingTest.assertTiles(file, modules(file));
  }

  @Test
  void foldersWithoutEndAreRefused() {
    String json = "{\"files\":{\"d\":".repeat(5000) + "{}" + "}}".repeat(5000);
    assertThat(modules(asar(json, ""))).hasSize(1);
  }

  @Property(tries = 300)
  void anyHeaderIsReadOrRefused(@ForAll String json) {
    byte[] file = asar(json, "0123456789");
    TilingTest.assertTiles(file, modules(file));
  }
}
