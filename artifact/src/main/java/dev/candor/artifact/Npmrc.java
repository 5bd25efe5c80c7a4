package dev.candor.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .npmrc}: {@code key = value} lines as npm's ini reader takes them, with environment
 * variables put in.
 *
 * @see "npm help npmrc"
 */
final class Npmrc {
  // An even number of backslashes before ${NAME} leaves it a variable; ${NAME?} is empty if unset.
  private static final Pattern VARIABLE =
      Pattern.compile("(?<!\\\\)(\\\\*+)\\$\\{([^${}?]+)(\\?)?\\}");

  private Npmrc() {}

  /** The values of each key, those of {@code key[] = value} lines in their order. */
  static Map<String, List<String>> parse(String text, Map<String, String> variables) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    for (String raw : text.split("[\r\n]+")) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        break; // npm knows no sections: what follows one is not a setting.
      }
      if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = expand(unquote(equals < 0 ? line : line.substring(0, equals)), variables);
      String value =
          equals < 0 ? "true" : expand(unquote(line.substring(equals + 1)), variables).strip();
      if (key.endsWith("[]") && key.length() > 2) {
        settings
            .computeIfAbsent(key.substring(0, key.length() - 2), any -> new ArrayList<>())
            .add(value);
      } else {
        settings.put(key, new ArrayList<>(List.of(value)));
      }
    }
    return settings;
  }

  private static String expand(String text, Map<String, String> variables) {
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.replaceAll(found -> {
      String escapes = found.group(1);
      boolean optional = found.group(3) != null;
      String name = found.group(2);
      String value = variables.getOrDefault(name, optional ? "" : "${" + name + "}");
      String half = "\\".repeat(escapes.length() / 2);
      return Matcher.quoteReplacement(
          escapes.length() % 2 == 1
              ? found.group().substring((escapes.length() + 1) / 2)
              : half + value);
    });
  }

  private static String unquote(String raw) {
    String text = raw.strip();
    boolean quoted = text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1);
    if (quoted && text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    }
    if (quoted && text.startsWith("\"")) {
      return text.substring(1, text.length() - 1)
          .replace("\\n", "\n")
          .replace("\\\"", "\"")
          .replace("\\\\", "\\");
    }
    return withoutComment(text);
  }

  /** Cuts at the first {@code ;} or {@code #} that has no backslash before it. */
  private static String withoutComment(String text) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ';' || c == '#') {
        break;
      }
      if (c == '\\' && i + 1 < text.length() && ";#\\".indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        kept.append(text.charAt(i));
      } else {
        kept.append(c);
      }
    }
    return kept.toString().strip();
  }
}
