package dev.candor.scan.flow;

import dev.candor.core.Form;
import dev.candor.scan.syntax.Node;
import dev.candor.text.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds replacements of one rendering by another that happen under a condition only. */
final class Replacements {
  private Replacements() {}

  /**
   * The pick that a call of {@code replace}, {@code replaceAll}, {@code join} or a case method is.
   */
  static Optional<Pick> at(Place place, Node.Call call) {
    if (!(call.callee() instanceof Node.Member member)) {
      return Optional.empty();
    }
    if (member.property().endsWith("everse") || member.property().endsWith("eversed")) {
      return conditional(place, call, member, Form.ORDER, bothWays(place, member.object()));
    }
    if (member.property().endsWith("ort") || member.property().endsWith("orted")) {
      return sorted(place, call, member);
    }
    List<String> pair =
        switch (place.code().method(member)) {
          case "replace", "replaceAll" -> replaced(call);
          case "join" -> rejoined(call, member);
          case "toLowerCase" -> recased(member, false);
          case "toUpperCase" -> recased(member, true);
          default -> List.of();
        };
    if (pair.size() < 2) {
      return Optional.empty();
    }
    Optional<Form> form = Likeness.between(pair.get(0), pair.get(1));
    return form.flatMap(f -> conditional(place, call, member, f, pair));
  }

  /** A list whose order hangs on a condition in the function that compares its elements. */
  private static Optional<Pick> sorted(Place place, Node.Call call, Node.Member member) {
    if (call.arguments().size() != 1
        || !(call.arguments().getFirst() instanceof Node.Function compare)) {
      return Optional.empty();
    }
    List<Spot> tests = new ArrayList<>();
    List<Node> roots = new ArrayList<>(place.code().syntax().children(compare.body()));
    roots.add(compare.body());
    for (Node node : Walk.through(roots, _ -> true)) {
      if (node instanceof Node.Conditional choice
          && isSign(choice.then())
          && isSign(choice.otherwise())
          && speaksOfMore(choice.test(), compare)) {
        tests.add(Spot.of(place.at(choice.test())));
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(
            pick(
                Form.ORDER,
                bothWays(place, member.object()),
                tests.subList(0, 1),
                place.at(call),
                place.at(call)));
  }

  /**
   * Whether more than the elements decides: what is in order by its own contents is just sorted.
   */
  private static boolean speaksOfMore(Node test, Node.Function compare) {
    return !names(compare.parameters()).containsAll(names(List.of(test)));
  }

  private static Set<String> names(List<Node> nodes) {
    return Walk.through(nodes, _ -> true).stream()
        .filter(Node.Name.class::isInstance)
        .map(name -> ((Node.Name) name).text())
        .collect(Collectors.toSet());
  }

  /** The members in the order of the code and in the other one, where they stand there. */
  private static List<String> bothWays(Place place, Node list) {
    if (list instanceof Node.Array array && array.elements().size() > 1) {
      List<String> members = array.elements().stream().map(place.code()::source).toList();
      return List.of(String.join(",", members), String.join(",", members.reversed()));
    }
    return List.of(place.code().source(list), "the same reversed");
  }

  private static boolean isSign(Node node) {
    return node instanceof Node.Digits
        || node instanceof Node.Unary minus && minus.operand() instanceof Node.Digits;
  }

  private static List<String> recased(Node.Member member, boolean upper) {
    String text =
        member.object() instanceof Node.Text constant ? constant.value() : upper ? "aa" : "AA";
    return List.of(text, upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
  }

  private static List<String> replaced(Node.Call call) {
    if (call.arguments().size() != 2
        || !(call.arguments().get(1) instanceof Node.Text replacement)) {
      return List.of();
    }
    return switch (call.arguments().getFirst()) {
      case Node.Text text -> List.of(text.value(), replacement.value());
      case Node.Regex regex ->
          literal(regex.source()).map(t -> List.of(t, replacement.value())).orElse(List.of());
      default -> List.of();
    };
  }

  /** {@code text.split("-").join("/")}. */
  private static List<String> rejoined(Node.Call call, Node.Member member) {
    return call.arguments().size() == 1
            && call.arguments().getFirst() instanceof Node.Text joined
            && member.object() instanceof Node.Call split
            && split.callee() instanceof Node.Member splitting
            && splitting.property().equals("split")
            && split.arguments().size() == 1
            && split.arguments().getFirst() instanceof Node.Text apart
        ? List.of(apart.value(), joined.value())
        : List.of();
  }

  /** The text that a regular expression without any operator stands for. */
  private static Optional<String> literal(String source) {
    int end = source.lastIndexOf('/');
    String body = source.substring(1, Math.max(1, end));
    if (body.length() > 2 && body.startsWith("[") && body.endsWith("]") && body.length() <= 4) {
      body = body.substring(1, body.length() - 1);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\\' && i + 1 < body.length()) {
        char escaped = body.charAt(++i);
        if (Character.isLetterOrDigit(escaped)) {
          return Optional.empty();
        }
        text.append(escaped);
      } else if (".*+?()[]{}|^$".indexOf(c) >= 0) {
        return Optional.empty();
      } else {
        text.append(c);
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  /** Whether a replacement of what is written so by what is written so may be a pick. */
  static boolean mayPick(String replaced, String replacement) {
    return literal(replaced).flatMap(text -> Likeness.between(text, replacement)).isPresent();
  }

  private static Optional<Pick> conditional(
      Place place, Node.Call call, Node.Member member, Form form, List<String> pair) {
    Code code = place.code();
    Node child = call;
    for (int i = 0; i < 6; i++) {
      Node inner = child;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.Conditional choice when !choice.test().is(inner) -> {
          Node other = choice.then().is(inner) ? choice.otherwise() : choice.then();
          return speaksOf(code, other, member.object())
              ? Optional.of(
                  pick(
                      form,
                      pair,
                      List.of(Spot.of(place.at(choice.test()))),
                      place.at(choice),
                      place.at(choice)))
              : Optional.empty();
        }
        // test && (text = text.replace(…))
        case Node.Assign assign
            when assign.value().is(inner) && assign.target() instanceof Node.Name name -> {
          List<Spot> tests = tests(place, assign);
          return tests.isEmpty() || !speaksOf(code, inner, name)
              ? Optional.empty()
              : Optional.of(new Pick(form, pair, tests, reads(place, name), place.at(assign)));
        }
        case Node.Return way -> {
          List<Spot> tests = tests(place, way);
          Optional<Node.Function> f = code.functionAround(way);
          return tests.isEmpty() || f.isEmpty()
              ? Optional.empty()
              : Optional.of(pick(form, pair, tests, place.at(f.get()), place.at(way)));
        }
        case Node.Call outer -> {}
        case Node.Member outer -> {}
        default -> {
          return Optional.empty();
        }
      }
      child = around;
    }
    return Optional.empty();
  }

  private static Pick pick(
      Form form, List<String> pair, List<Spot> tests, Place value, Place shown) {
    return new Pick(form, pair, tests, List.of(value), shown);
  }

  /** The uses of a variable behind a place. */
  static List<Place> reads(Place place, Node.Name name) {
    Code code = place.code();
    return code.scopes()
        .resolve(name)
        .map(binding ->
            code.scopes().uses(binding).stream()
                .filter(use -> use.first() > place.node().last() && !Picks.isTarget(code, use))
                .limit(20)
                .map(place::at)
                .toList())
        .orElse(List.of());
  }

  /** The tests, within the function, under which a statement is reached. */
  private static List<Spot> tests(Place place, Node statement) {
    Code code = place.code();
    List<Spot> tests = new ArrayList<>();
    Node child = statement;
    while (true) {
      Node inner = child;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.If branch when !branch.test().is(inner) ->
            tests.add(Spot.of(place.at(branch.test())));
        case Node.Binary both when both.right().is(inner) ->
            tests.add(Spot.of(place.at(both.left())));
        case Node.Conditional choice when !choice.test().is(inner) ->
            tests.add(Spot.of(place.at(choice.test())));
        case Node.Function f -> {
          return tests;
        }
        case Node.Body body -> {
          return tests;
        }
        default -> {}
      }
      child = around;
    }
  }

  /** Whether the same variable stands in both, in the same words. */
  private static boolean speaksOf(Code code, Node one, Node other) {
    String a = code.source(one).toLowerCase(Locale.ROOT);
    String b = code.source(other).toLowerCase(Locale.ROOT);
    return a.contains(b) || b.contains(a);
  }
}
