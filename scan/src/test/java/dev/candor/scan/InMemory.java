package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.artifact.Content;
import dev.candor.artifact.Entry;
import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.ByteRange;
import dev.candor.core.StaticFindings;
import java.util.List;

/** Bytes of a test as module and entry. */
final class InMemory {
  private InMemory() {}

  static Module javaScript(String text) {
    return module("cli.js", Language.JAVASCRIPT, text.getBytes(UTF_8));
  }

  static Module module(String name, Language language, byte[] bytes) {
    return new Module(name, language, Content.of(bytes), new ByteRange(0, bytes.length));
  }

  static Entry entry(String path, byte[] bytes) {
    return new Entry(path, Content.of(bytes));
  }

  static StaticFindings scan(String path, String text) {
    return Scan.of(List.of(entry(path, text.getBytes(UTF_8))));
  }
}
