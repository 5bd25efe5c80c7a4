package dev.candor.scan.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads strings of Python: those that stand side by side are one (The Python Language Reference,
 * 2.4.2), and the three ways to put values into one are all a template.
 */
final class PythonStrings {
  /** {@code %s} and its like, as printf-style formatting has them. */
  private static final Pattern PERCENT =
      Pattern.compile("%(?:\\((\\w*)\\))?[-#0 +]*(?:\\d+|\\*)?(?:\\.\\d+)?[hlL]?([a-zA-Z%])");

  /** A replacement field of {@code str.format}, or a doubled brace. */
  private static final Pattern FIELD =
      Pattern.compile("\\{\\{|\\}\\}|\\{(\\w*)[^{}:!]*(?:![a-z])?(?::[^{}]*)?\\}");

  private static final int LONGEST = 100_000;

  private final PythonCursor c;
  private final PythonExpressions expressions;

  PythonStrings(PythonCursor cursor, PythonExpressions expressions) {
    this.c = cursor;
    this.expressions = expressions;
  }

  /** One or more literals in a row. */
  Node literal() {
    int first = c.at;
    List<String> texts = new ArrayList<>(List.of(""));
    List<Node> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (c.kind() == Tokens.STRING || c.kind() == Tokens.TEMPLATE_HEAD) {
      if (c.kind() == Tokens.STRING) {
        text.append(constant(c.at));
        c.at++;
      } else {
        template(text, texts, parts);
      }
    }
    int last = c.last();
    if (parts.isEmpty()) {
      return new Node.Text(first, last, text.toString());
    }
    texts.add(text.toString());
    return new Node.Template(first, last, texts.subList(1, texts.size()), parts);
  }

  private String constant(int token) {
    String value = Literals.string(c.tokens, token);
    return isFormatted(token) ? undoubled(value) : value;
  }

  private boolean isFormatted(int token) {
    return Literals.hasPrefix(c.tokens, token, 'f') || Literals.hasPrefix(c.tokens, token, 't');
  }

  private static String undoubled(String text) {
    return text.replace("{{", "{").replace("}}", "}");
  }

  /** Adds the pieces of the template here; {@code text} is the constant text that is still open. */
  private void template(StringBuilder text, List<String> texts, List<Node> parts) {
    int head = c.at;
    int end = c.close(head);
    text.append(piece(head, head));
    c.at++;
    while (c.at < end) {
      int stop = c.at;
      while (stop < end && c.kindAt(stop) != Tokens.TEMPLATE_MIDDLE) {
        stop = Tokens.opens(c.kindAt(stop)) ? c.close(stop) + 1 : stop + 1;
      }
      int until = Math.min(stop, end);
      Node part = c.inside(until, () -> c.at < until ? expressions.tuple() : c.nothing());
      parts.add(part);
      texts.add(text.toString());
      text.setLength(0);
      if (until < end) {
        text.append(piece(head, until));
      }
      c.at = until < end ? until + 1 : end;
    }
    if (end < c.limit && c.tokens.kind(end) == Tokens.TEMPLATE_TAIL) {
      text.append(piece(head, end));
    }
    c.at = Math.min(c.limit, end + 1);
  }

  /** The constant text of one token of the template that begins at {@code head}. */
  private String piece(int head, int token) {
    Tokens tokens = c.tokens;
    byte[] bytes = tokens.text();
    int quote = Literals.opening(tokens, head);
    boolean triple = bytes[quote + 1] == bytes[quote] && bytes[quote + 2] == bytes[quote];
    int from = tokens.start(token) + tokens.hash(token);
    int mark = tokens.kind(token) == Tokens.TEMPLATE_TAIL && triple ? 3 : 1;
    int to = Math.max(from, tokens.end(token) - mark);
    String source = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    boolean plain = source.indexOf('\\') < 0 || Literals.hasPrefix(tokens, head, 'r');
    return undoubled(plain ? source : Literals.unescape(source));
  }

  /** {@code re.search(pattern, text)} is {@code text.search(pattern)}; so are its likes. */
  Optional<Node> searched(int first, int last, String function, List<Node> arguments) {
    int text =
        switch (function) {
          case "match", "search", "fullmatch", "split" -> 1;
          case "sub" -> 2;
          default -> arguments.size();
        };
    if (text >= arguments.size() || arguments.get(text) instanceof Node.Fields) {
      return Optional.empty();
    }
    Node object = arguments.get(text);
    String method = function.equals("sub") ? "replace" : function;
    Node callee = new Node.Member(object.first(), object.last(), object, method);
    return Optional.of(new Node.Call(first, last, callee, List.copyOf(arguments.subList(0, text))));
  }

  /** {@code "…%s…" % values}. */
  Optional<Node> percent(int first, int last, Node left, Node right) {
    if (!(left instanceof Node.Text text) || text.value().length() > LONGEST) {
      return Optional.empty();
    }
    List<Node> given = right instanceof Node.Array tuple ? tuple.elements() : List.of(right);
    Pieces pieces = new Pieces(text.value(), given);
    Matcher fields = PERCENT.matcher(text.value());
    while (fields.find()) {
      if (fields.group(2).equals("%")) {
        pieces.constant(fields.start(), fields.end(), "%");
      } else if (!(fields.group(1) == null
          ? pieces.next(fields.start(), fields.end())
          : pieces.named(fields.start(), fields.end(), fields.group(1)))) {
        return Optional.empty();
      }
    }
    return pieces.template(first, last);
  }

  /** {@code "…{}…".format(values)}. */
  Optional<Node> format(int first, int last, Node.Text text, List<Node> arguments) {
    if (text.value().length() > LONGEST) {
      return Optional.empty();
    }
    Pieces pieces = new Pieces(text.value(), arguments);
    Matcher fields = FIELD.matcher(text.value());
    while (fields.find()) {
      String name = fields.group(1);
      boolean known =
          name == null
              ? pieces.constant(fields.start(), fields.end(), fields.group().substring(1))
              : name.isEmpty()
                  ? pieces.next(fields.start(), fields.end())
                  : Character.isDigit(name.charAt(0)) && name.length() < 3
                      ? pieces.at(fields.start(), fields.end(), Integer.parseInt(name))
                      : pieces.named(fields.start(), fields.end(), name);
      if (!known) {
        return Optional.empty();
      }
    }
    return pieces.template(first, last);
  }

  /** A template that is put together from a text with fields in it. */
  private static final class Pieces {
    private final String source;
    private final List<Node> given;
    private final List<String> texts = new ArrayList<>();
    private final List<Node> parts = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int behind;
    private int used;

    Pieces(String source, List<Node> given) {
      this.source = source;
      this.given = given;
    }

    boolean constant(int from, int to, String text) {
      open.append(source, behind, from).append(text);
      behind = to;
      return true;
    }

    boolean next(int from, int to) {
      return at(from, to, used++);
    }

    boolean at(int from, int to, int index) {
      return index < given.size() && put(from, to, given.get(index));
    }

    boolean named(int from, int to, String name) {
      for (Node node : given) {
        if (node instanceof Node.Fields fields) {
          for (Node one : fields.fields()) {
            if (one instanceof Node.Field field && field.name().orElse("").equals(name)) {
              return put(from, to, field.value());
            }
          }
        }
      }
      return false;
    }

    private boolean put(int from, int to, Node value) {
      if (value instanceof Node.Unary spread && spread.operator().equals("...")) {
        return false;
      }
      open.append(source, behind, from);
      texts.add(open.toString());
      open.setLength(0);
      parts.add(value);
      behind = to;
      return true;
    }

    Optional<Node> template(int first, int last) {
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      texts.add(open.append(source, behind, source.length()).toString());
      return Optional.of(new Node.Template(first, last, texts, parts));
    }
  }
}
