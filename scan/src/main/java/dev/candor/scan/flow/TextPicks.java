package dev.candor.scan.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Numbers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that an expression of constants, conditions and the platform's own decoders may come
 * to: {@code decodeURIComponent(test ? "%CA%BC" : "%27")}.
 */
final class TextPicks {
  private static final int MOST = 16;
  private static final int MOST_NODES = 60;

  /** Decoders that are functions of the platform. */
  static final Set<String> FUNCTIONS =
      Set.of("decodeURIComponent", "decodeURI", "unescape", "atob");

  private static final Pattern ESCAPE = Pattern.compile("%u(\\p{XDigit}{4})|%(\\p{XDigit}{2})");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\u\\p{XDigit}{4})*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");

  private final Place place;
  private int looked;
  private final List<Spot> conditions = new ArrayList<>();

  TextPicks(Place place) {
    this.place = place;
  }

  List<Spot> conditions() {
    return conditions;
  }

  /** In the order of the code; empty where anything else goes into it. */
  Optional<Set<String>> values(Node node) {
    if (++looked > MOST_NODES) {
      return Optional.empty();
    }
    return switch (node) {
      case Node.Text text -> Optional.of(Set.of(text.value()));
      case Node.Digits digits -> Optional.of(Set.of(Numbers.spelt(digits.value())));
      case Node.Conditional choice -> {
        decides(choice.test());
        yield all(List.of(choice.then(), choice.otherwise()));
      }
      case Node.Binary choice
          when choice.operator().equals("||")
              && choice.left() instanceof Node.Binary and
              && and.operator().equals("&&") -> {
        decides(and.left());
        yield all(List.of(and.right(), choice.right()));
      }
      case Node.Binary sum when sum.operator().equals("+") ->
          joined(values(sum.left()), values(sum.right()), String::concat);
      case Node.Template template -> {
        Optional<Set<String>> whole = Optional.of(Set.of(template.texts().getFirst()));
        for (int i = 0; i < template.parts().size(); i++) {
          whole = joined(whole, values(template.parts().get(i)), String::concat);
          whole = joined(whole, Optional.of(Set.of(template.texts().get(i + 1))), String::concat);
        }
        yield whole;
      }
      case Node.Index index -> elements(index.object()).flatMap(all -> chosen(all, index.key()));
      case Node.Call call -> call(call);
      default -> Optional.empty();
    };
  }

  private void decides(Node test) {
    conditions.add(Spot.of(place.at(test)));
  }

  private Optional<Set<String>> all(List<Node> nodes) {
    Set<String> union = new LinkedHashSet<>();
    for (Node node : nodes) {
      Optional<Set<String>> some = values(node);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      union.addAll(some.get());
    }
    return union.size() <= MOST ? Optional.of(union) : Optional.empty();
  }

  private static Optional<Set<String>> joined(
      Optional<Set<String>> left, Optional<Set<String>> right, BinaryOperator<String> by) {
    if (left.isEmpty() || right.isEmpty() || left.get().size() * right.get().size() > MOST) {
      return Optional.empty();
    }
    Set<String> all = new LinkedHashSet<>();
    left.get().forEach(a -> right.get().forEach(b -> all.add(by.apply(a, b))));
    return Optional.of(all);
  }

  /** The elements of a list in clear, or the characters of a text. */
  private Optional<Set<String>> elements(Node list) {
    return switch (list) {
      case Node.Text text -> characters(text.value());
      case Node.Array array
          when array.elements().size() == 1
              && array.elements().getFirst() instanceof Node.Unary spread
              && spread.operator().equals("...")
              && spread.operand() instanceof Node.Text text ->
          characters(text.value());
      case Node.Array array -> all(array.elements());
      case Node.Call split
          when split.callee() instanceof Node.Member member
              && member.property().equals("split")
              && member.object() instanceof Node.Text text
              && split.arguments().size() == 1
              && split.arguments().getFirst() instanceof Node.Text at ->
          at.value().isEmpty()
              ? characters(text.value())
              : Optional.of(
                  new LinkedHashSet<>(List.of(text.value().split(Pattern.quote(at.value())))));
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> characters(String text) {
    Set<String> characters = new LinkedHashSet<>();
    text.codePoints().limit(MOST + 1L).forEach(c -> characters.add(Character.toString(c)));
    return characters.size() <= MOST ? Optional.of(characters) : Optional.empty();
  }

  private Optional<Set<String>> chosen(Set<String> all, Node key) {
    if (key instanceof Node.Digits || key instanceof Node.Text) {
      return Optional.empty(); // nothing decides
    }
    decides(key);
    return Optional.of(all);
  }

  private Optional<Set<String>> call(Node.Call call) {
    if (call.callee() instanceof Node.Name name) {
      return FUNCTIONS.contains(name.text()) && call.arguments().size() == 1
          ? values(call.arguments().getFirst()).flatMap(all -> decoded(name.text(), all))
          : Optional.empty();
    }
    if (!(call.callee() instanceof Node.Member member)) {
      return Optional.empty();
    }
    List<Node> arguments = call.arguments();
    return switch (member.property()) {
      case "parse" ->
          isNamed(member.object(), "JSON") && !arguments.isEmpty()
              ? values(arguments.getFirst()).flatMap(all -> mapped(all, TextPicks::unquoted))
              : Optional.empty();
      case "charAt", "at" ->
          arguments.size() == 1
              ? elements(member.object()).flatMap(all -> chosen(all, arguments.getFirst()))
              : Optional.empty();
      case "fromCharCode", "fromCodePoint" ->
          arguments.size() == 1 ? fromNumber(arguments.getFirst()) : Optional.empty();
      case "toString" ->
          member.object() instanceof Node.Call from
                  && from.callee() instanceof Node.Member made
                  && made.property().equals("from")
                  && isNamed(made.object(), "Buffer")
              ? bytes(from)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isNamed(Node node, String name) {
    return node instanceof Node.Name n && n.text().equals(name);
  }

  private Optional<Set<String>> fromNumber(Node argument) {
    NumberPicks numbers = new NumberPicks(place);
    Optional<Set<Double>> values = numbers.values(argument);
    conditions.addAll(numbers.conditions());
    return values.flatMap(all -> {
      Set<String> characters = new LinkedHashSet<>();
      for (double number : all) {
        if (number < 1 || !Character.isValidCodePoint((int) number)) {
          return Optional.empty();
        }
        characters.add(Character.toString((int) number));
      }
      return Optional.of(characters);
    });
  }

  /** {@code Buffer.from([226, 128, 153])}, {@code Buffer.from("4oCZ", "base64")}. */
  private Optional<Set<String>> bytes(Node.Call from) {
    if (from.arguments().isEmpty()) {
      return Optional.empty();
    }
    Node first = from.arguments().getFirst();
    if (from.arguments().size() == 2 && from.arguments().get(1) instanceof Node.Text encoding) {
      return values(first).flatMap(all -> decoded(encoding.value(), all));
    }
    return lists(first);
  }

  private Optional<Set<String>> lists(Node node) {
    return switch (node) {
      case Node.Conditional choice -> {
        decides(choice.test());
        Optional<Set<String>> one = lists(choice.then());
        Optional<Set<String>> other = lists(choice.otherwise());
        Set<String> both = new LinkedHashSet<>(one.orElse(Set.of()));
        other.ifPresent(both::addAll);
        yield one.isPresent() && other.isPresent() ? Optional.of(both) : Optional.empty();
      }
      case Node.Array array -> {
        byte[] bytes = new byte[array.elements().size()];
        for (int i = 0; i < bytes.length; i++) {
          if (!(array.elements().get(i) instanceof Node.Digits digits)) {
            yield Optional.empty();
          }
          bytes[i] = (byte) digits.value();
        }
        yield Optional.of(Set.of(new String(bytes, UTF_8)));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> decoded(String by, Set<String> all) {
    return switch (by) {
      case "unescape" -> mapped(all, text -> Optional.of(unescaped(text, ISO_8859_1)));
      case "decodeURIComponent", "decodeURI" ->
          mapped(all, text -> Optional.of(unescaped(text, UTF_8)));
      case "atob" -> mapped(all, text -> base64(text, ISO_8859_1));
      case "base64", "base64url" -> mapped(all, text -> base64(text, UTF_8));
      case "hex" -> mapped(all, TextPicks::hex);
      case "utf8", "utf-8" -> Optional.of(all);
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> mapped(
      Set<String> all, Function<String, Optional<String>> by) {
    Set<String> results = new LinkedHashSet<>();
    for (String one : all) {
      Optional<String> result = by.apply(one);
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
    }
    return Optional.of(results);
  }

  /** Percent escapes (RFC 3986), and those with a u of ECMAScript's Annex B. */
  private static String unescaped(String text, Charset charset) {
    StringBuilder result = new StringBuilder();
    byte[] pending = new byte[text.length()];
    int count = 0;
    int end = 0;
    Matcher escapes = ESCAPE.matcher(text);
    while (escapes.find()) {
      if (escapes.start() > end || escapes.group(1) != null) {
        result.append(new String(pending, 0, count, charset));
        count = 0;
      }
      result.append(text, end, escapes.start());
      if (escapes.group(1) != null) {
        result.append((char) Integer.parseInt(escapes.group(1), 16));
      } else {
        pending[count++] = (byte) Integer.parseInt(escapes.group(2), 16);
      }
      end = escapes.end();
    }
    return result
        .append(new String(pending, 0, count, charset))
        .append(text, end, text.length())
        .toString();
  }

  /** A JSON string with no escapes but those of code units. */
  private static Optional<String> unquoted(String json) {
    Matcher quoted = QUOTED.matcher(json.strip());
    return quoted.matches()
        ? Optional.of(
            ESCAPED
                .matcher(quoted.group(1))
                .replaceAll(escape ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16)))))
        : Optional.empty();
  }

  private static Optional<String> base64(String text, Charset charset) {
    try {
      return Optional.of(
          new String(
              Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')), charset));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> hex(String text) {
    try {
      return Optional.of(new String(HexFormat.of().parseHex(text), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
