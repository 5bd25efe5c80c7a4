package dev.candor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.ByteRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulesTest {
  private static List<Module> of(String path, byte[] bytes) {
    return Modules.of(new Entry(path, new MemoryContent(bytes)));
  }

  @ParameterizedTest
  @CsvSource({
    "a.js, JAVASCRIPT",
    "a.mjs, JAVASCRIPT",
    "a.cjs, JAVASCRIPT",
    "a.jsx, JAVASCRIPT",
    "a.ts, JAVASCRIPT",
    "a.tsx, JAVASCRIPT",
    "a.mts, JAVASCRIPT",
    "a.cts, JAVASCRIPT",
    "a.d.ts, JAVASCRIPT",
    "package.json, JAVASCRIPT",
    "A.JS, JAVASCRIPT",
    "d.js/a.py, PYTHON",
    "a.pyw, PYTHON",
    "a.js.map, BINARY",
    "README.md, BINARY",
    "a.node, BINARY",
    "a.wasm, BINARY",
    "d.js/LICENSE, BINARY",
    "x, BINARY"
  })
  void theLanguageIsToldByTheExtension(String path, Language language) {
    byte[] bytes = "something short".getBytes(UTF_8);
    assertThat(of(path, bytes))
        .singleElement()
        .extracting(Module::name, Module::language, Module::range)
        .containsExactly(path, language, new ByteRange(0, bytes.length));
  }

  @ParameterizedTest
  @CsvSource({
    "#!/usr/bin/env node, JAVASCRIPT",
    "#!/usr/bin/env -S node --no-warnings, JAVASCRIPT",
    "#!/usr/local/bin/bun, JAVASCRIPT",
    "#!/usr/bin/python3.12, PYTHON",
    "#!/bin/sh, BINARY",
    "#!/bin/nodename, BINARY"
  })
  void orByTheShebang(String line, Language language) {
    assertThat(of("bin/tool", (line + "\nrun").getBytes(UTF_8)).getFirst().language())
        .isEqualTo(language);
  }

  @Test
  void anEmptyEntryHasNoModules() {
    assertThat(of("a.js", new byte[0])).isEmpty();
  }

  @Test
  void codeWithinAProgramIsNamedByItsPlace() {
    byte[] file =
        new ByteWriter().bytes(Shells.elf(9000)).text(TextRunsTest.code(8000)).zeros(99).bytes();

    assertThat(of("bin/tool", file))
        .extracting(module -> module.name() + " " + module.language() + " " + module.range())
        .containsExactly(
            "bin/tool BINARY " + new ByteRange(0, 9000),
            "bin/tool!text@9000 JAVASCRIPT " + new ByteRange(9000, 17000),
            "bin/tool BINARY " + new ByteRange(17000, 17099));
  }

  @Test
  void aWholeFileOfCodeWithoutAnExtensionIsJavaScript() {
    assertThat(of("bin/tool", TextRunsTest.code(8000).getBytes(UTF_8)))
        .extracting(module -> module.name() + " " + module.language())
        .containsExactly("bin/tool JAVASCRIPT");
  }

  @Test
  void proseCertificatesAndCAreNotCode() {
    String prose = "The quick brown fox jumps over the lazy dog (again); and so on.\n".repeat(200);
    String base64 =
        "MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n".repeat(200);
    String c = "static int add(int a, int b) {\n  if (a == 0) return b;\n  return a + b;\n}\n";
    for (String text : List.of(prose, base64, c.repeat(200))) {
      assertThat(of("x", text.getBytes(UTF_8)))
          .extracting(Module::language)
          .containsExactly(Language.BINARY);
    }
  }

  @Test
  void codeBetweenLargeDataIsStillCode() {
    String data = "\"" + "QUJD".repeat(5000) + "\"";
    String text = TextRunsTest.code(20_000) + data + data + TextRunsTest.code(20_000);
    assertThat(of("x", text.getBytes(UTF_8)).getFirst().language()).isEqualTo(Language.JAVASCRIPT);
  }
}
