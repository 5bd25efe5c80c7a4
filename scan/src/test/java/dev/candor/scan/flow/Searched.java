package dev.candor.scan.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.artifact.Content;
import dev.candor.artifact.Language;
import dev.candor.artifact.Module;
import dev.candor.core.ByteRange;
import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.PythonLexer;
import dev.candor.scan.syntax.Tokens;
import java.util.Map;
import java.util.TreeMap;

/** What is found in the source text of a test. */
final class Searched {
  private Searched() {}

  static FoundFlows javaScript(String code) {
    return javaScript(Map.of("cli.js", code));
  }

  /**
   * @param modules source text by the modules' names
   */
  static FoundFlows javaScript(Map<String, String> modules) {
    return search(Language.JAVASCRIPT, modules);
  }

  static FoundFlows python(Map<String, String> modules) {
    return search(Language.PYTHON, modules);
  }

  private static FoundFlows search(Language language, Map<String, String> modules) {
    return FlowScan.search(
        new TreeMap<>(modules)
            .entrySet().stream()
                .map(module -> input(language, module.getKey(), module.getValue()))
                .toList());
  }

  private static FlowScan.Input input(Language language, String name, String code) {
    byte[] bytes = code.getBytes(UTF_8);
    Tokens tokens =
        language == Language.PYTHON
            ? PythonLexer.lex(bytes, 0, bytes.length)
            : JavaScriptLexer.lex(bytes);
    Module module = new Module(name, language, Content.of(bytes), new ByteRange(0, bytes.length));
    return new FlowScan.Input(module, tokens, Occurrences.of(tokens));
  }
}
