package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells constant text of sentences from that of code and data. */
final class Prose {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\d_$])\\p{L}[\\p{L}'’]*(?![\\p{L}\\d_$=({])");
  private static final int FEWEST_WORDS = 3;

  private Prose() {}

  /** Whether the constant pieces of an expression read as part of a sentence. */
  static boolean isIn(Node node) {
    StringBuilder text = new StringBuilder();
    collect(node, text, 0);
    return reads(text.toString());
  }

  static boolean reads(String text) {
    if (text.indexOf(' ') < 0) {
      return false;
    }
    Matcher words = WORD.matcher(text);
    int count = 0;
    int letters = 0;
    while (words.find()) {
      count++;
      letters += words.end() - words.start();
    }
    return count >= FEWEST_WORDS && 2 * letters >= text.strip().length();
  }

  private static void collect(Node node, StringBuilder into, int depth) {
    if (depth > 40 || into.length() > 20_000) {
      return;
    }
    switch (node) {
      case Node.Text text -> into.append(text.value()).append(' ');
      case Node.Template template -> {
        into.append(String.join("~ ", template.texts())).append(' ');
        template.parts().forEach(part -> collect(part, into, depth + 1));
      }
      case Node.Binary sum when sum.operator().equals("+") -> {
        collect(sum.left(), into, depth + 1);
        collect(sum.right(), into, depth + 1);
      }
      case Node.Array array -> array.elements().forEach(e -> collect(e, into, depth + 1));
      case Node.Call call when call.callee() instanceof Node.Member member -> {
        if (member.property().equals("join")
            || member.property().startsWith("replace")
            || member.property().equals("concat")) {
          collect(member.object(), into, depth + 1);
          if (member.property().equals("concat")) {
            call.arguments().forEach(a -> collect(a, into, depth + 1));
          }
        }
      }
      default -> {}
    }
  }
}
