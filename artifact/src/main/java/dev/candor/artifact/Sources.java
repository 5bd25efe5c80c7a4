package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a file's language by its name and first line. TypeScript declarations ({@code .d.ts}) count
 * as source: they should hold no code, but a runtime runs whatever file it is given.
 */
final class Sources {
  private static final Map<String, Language> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("js", Language.JAVASCRIPT),
          Map.entry("mjs", Language.JAVASCRIPT),
          Map.entry("cjs", Language.JAVASCRIPT),
          Map.entry("jsx", Language.JAVASCRIPT),
          Map.entry("ts", Language.JAVASCRIPT),
          Map.entry("tsx", Language.JAVASCRIPT),
          Map.entry("mts", Language.JAVASCRIPT),
          Map.entry("cts", Language.JAVASCRIPT),
          Map.entry("json", Language.JAVASCRIPT),
          Map.entry("py", Language.PYTHON),
          Map.entry("pyw", Language.PYTHON));

  /** Text that is meant for people, browsers' layout or debuggers: nothing is carved out of it. */
  private static final Set<String> DOCUMENTS =
      Set.of(
          "map",
          "md",
          "markdown",
          "html",
          "htm",
          "css",
          "scss",
          "less",
          "svg",
          "xml",
          "yaml",
          "yml",
          "toml",
          "rst");

  private static final Pattern JAVASCRIPT_SHEBANG =
      Pattern.compile("\\b(node|nodejs|bun|deno|tsx)\\b");
  private static final Pattern PYTHON_SHEBANG = Pattern.compile("\\bpython[0-9.]*\\b");
  private static final int LONGEST_SHEBANG = 256;

  private Sources() {}

  /** The language, or BINARY when neither the name nor the shebang tells it. */
  static Language language(String name, Content content, ByteRange range) {
    return byName(name).or(() -> byShebang(content, range)).orElse(Language.BINARY);
  }

  static Optional<Language> byName(String name) {
    return Optional.ofNullable(BY_EXTENSION.get(extension(name)));
  }

  /** Whether a name says that the file is a document: text that is not a program. */
  static boolean isDocument(String name) {
    return DOCUMENTS.contains(extension(name));
  }

  private static Optional<Language> byShebang(Content content, ByteRange range) {
    byte[] head =
        content.bytes(range.start(), range.start() + Math.min(LONGEST_SHEBANG, range.length()));
    if (head.length < 2 || head[0] != '#' || head[1] != '!') {
      return Optional.empty();
    }
    String line = new String(head, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    if (JAVASCRIPT_SHEBANG.matcher(line).find()) {
      return Optional.of(Language.JAVASCRIPT);
    }
    return PYTHON_SHEBANG.matcher(line).find() ? Optional.of(Language.PYTHON) : Optional.empty();
  }

  private static String extension(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    int dot = path.lastIndexOf('.');
    return dot > slash ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}
