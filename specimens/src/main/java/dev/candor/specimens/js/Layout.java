package dev.candor.specimens.js;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chunks as files: all in {@code cli.js}, or one each in {@code lib/} and a short {@code cli.js}.
 */
public final class Layout {
  private final Js js;

  public Layout(Js js) {
    this.js = js;
  }

  /** The last chunk holds {@code @main}, which is given the arguments. */
  public SortedMap<String, byte[]> files(List<Chunk> chunks) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (js.bundled()) {
      String code = chunks.stream().map(Chunk::code).collect(Collectors.joining("\n"));
      put(files, "cli.js", "#!/usr/bin/env node\n", builtins(code) + code + start(""));
      return files;
    }
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      put(
          files,
          "lib/" + chunk.name() + ".js",
          "",
          module(chunk, chunks.subList(0, i), chunks.subList(i + 1, chunks.size())));
    }
    String last = chunks.getLast().name();
    put(files, "cli.js", "#!/usr/bin/env node\n", start("require(\"./lib/" + last + ".js\")."));
    return files;
  }

  private String start(String prefix) {
    return prefix + js.name("main") + "(process.argv.slice(2));\n";
  }

  private void put(SortedMap<String, byte[]> files, String path, String head, String code) {
    String text = head + (js.minified() ? Minifier.minify(code) : code);
    files.put(path, text.getBytes(UTF_8));
  }

  private String module(Chunk chunk, List<Chunk> before, List<Chunk> after) {
    StringBuilder head = new StringBuilder(builtins(chunk.code()));
    for (Chunk other : before) {
      List<String> used = other.exports().stream().filter(n -> uses(chunk.code(), n)).toList();
      if (!used.isEmpty()) {
        head.append("const { ").append(String.join(", ", used)).append(" } = require(\"./");
        head.append(other.name()).append(".js\");\n");
      }
    }
    List<String> wanted =
        chunk.exports().stream()
            .filter(n -> after.isEmpty() || after.stream().anyMatch(c -> uses(c.code(), n)))
            .toList();
    return head + chunk.code() + "module.exports = { " + String.join(", ", wanted) + " };\n";
  }

  private String builtins(String code) {
    StringBuilder out = new StringBuilder();
    js.builtins()
        .forEach((module, name) -> {
          if (uses(code, name)) {
            out.append("const ").append(name).append(" = require(\"node:").append(module);
            out.append("\");\n");
          }
        });
    return out.toString();
  }

  private static boolean uses(String code, String name) {
    for (int at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean property = code.startsWith(".", at - 1) && !code.startsWith("..", at - 2);
      boolean starts = at == 0 || !(Minifier.word(code.charAt(at - 1)) || property);
      if (starts && (end == code.length() || !Minifier.word(code.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
