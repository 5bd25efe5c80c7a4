package dev.candor.scan.flow;

import dev.candor.core.Form;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Numbers;
import dev.candor.text.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the pick that a constant belongs to: a choice between it and others that look alike. */
final class Picks {
  private static final int MOST_ALTERNATIVES = 16;
  private static final int MOST_CONDITIONS = 40;

  private final Sources sources;

  Picks(Sources sources) {
    this.sources = sources;
  }

  /** The pick around a constant string, or around a number that becomes a character. */
  Optional<Pick> around(Place constant) {
    Code code = constant.code();
    Node child = constant.node();
    for (int i = 0; i < 12; i++) {
      Node inner = child;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.Conditional choice when !choice.test().is(inner) -> {}
        case Node.Binary both when isChoice(both) -> {}
        case Node.Sequence sequence when sequence.parts().getLast().is(inner) -> {}
        case Node.Array array -> {
          return chosen(constant, inner)
              .or(() -> elements(constant.at(array), texts(array.elements())));
        }
        case Node.Field field when field.value().is(inner) && !inner.is(constant.node()) -> {
          return chosen(constant, inner);
        }
        case Node.Field field when field.value().is(inner) -> {
          return chosen(constant, inner)
              .or(() ->
                  code.syntax().parent(field).orElse(field) instanceof Node.Fields fields
                      ? elements(constant.at(fields), texts(fields.fields()))
                      : Optional.empty());
        }
        case Node.Return way -> {
          return chosen(constant, inner).or(() -> returned(constant.at(way)));
        }
        case Node.Function f -> {
          return chosen(constant, inner).or(() -> returned(constant.at(f)));
        }
        case Node.Assign assign when assign.value().is(inner) -> {
          return chosen(constant, inner).or(() -> assigned(constant, assign.target()));
        }
        case Node.Declarator declarator when !declarator.target().is(inner) -> {
          return chosen(constant, inner).or(() -> assigned(constant, declarator.target()));
        }
        default -> {
          return chosen(constant, inner);
        }
      }
      child = around;
    }
    return Optional.empty();
  }

  private static boolean isChoice(Node.Binary binary) {
    return binary.operator().equals("||")
        || binary.operator().equals("&&")
        || binary.operator().equals("??")
        || binary.operator().equals("or")
        || binary.operator().equals("and");
  }

  /** {@code test ? a : b}, {@code test && a || b}. */
  private static Optional<Pick> chosen(Place constant, Node root) {
    if (!(root instanceof Node.Conditional) && !(root instanceof Node.Binary)) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    List<Spot> conditions = new ArrayList<>();
    if (!branches(constant, root, texts, conditions)) {
      return Optional.empty();
    }
    Place value = constant.at(root);
    Optional<Pick> method = methodOf(value, texts, conditions);
    if (method.isPresent()) {
      return method;
    }
    return characters(value, List.copyOf(texts))
        .flatMap(alternatives -> pick(alternatives, conditions, List.of(carrier(value)), value));
  }

  /** {@code text[test ? "toUpperCase" : "toLowerCase"]()}. */
  private static Optional<Pick> methodOf(Place name, Set<String> texts, List<Spot> conditions) {
    Code code = name.code();
    return texts.equals(Set.of("toUpperCase", "toLowerCase"))
            && code.syntax().parent(name.node()).orElse(name.node()) instanceof Node.Index index
            && code.syntax().parent(index).orElse(index) instanceof Node.Call call
        ? Optional.of(
            new Pick(
                Form.FORMAT,
                index.object() instanceof Node.Text text
                    ? List.of(
                        text.value().toLowerCase(Locale.ROOT),
                        text.value().toUpperCase(Locale.ROOT))
                    : List.of("aa", "AA"),
                conditions,
                List.of(name.at(call)),
                name.at(call)))
        : Optional.empty();
  }

  private static boolean branches(Place at, Node node, Set<String> texts, List<Spot> conditions) {
    if (conditions.size() > MOST_CONDITIONS) {
      return false;
    }
    switch (node) {
      case Node.Conditional choice -> {
        conditions.add(Spot.of(at.at(choice.test())));
        return branches(at, choice.then(), texts, conditions)
            && branches(at, choice.otherwise(), texts, conditions);
      }
      case Node.Binary both when isChoice(both) -> {
        if (both.operator().equals("&&") || both.operator().equals("and")) {
          conditions.add(Spot.of(at.at(both.left())));
          return branches(at, both.right(), texts, conditions);
        }
        // A chain of many is as deep as it is long.
        return isShallow(both)
            && branches(at, both.left(), texts, conditions)
            && branches(at, both.right(), texts, conditions);
      }
      case Node.Text text -> texts.add(text.value());
      case Node.Digits digits -> texts.add(Numbers.spelt(digits.value()));
      case Node.Constant none -> {}
      case Node.Call call -> {
        Set<String> decoded = new TextPicks(at).values(call).orElse(Set.of());
        if (decoded.size() != 1) {
          return false;
        }
        texts.addAll(decoded);
      }
      default -> {
        return false;
      }
    }
    return texts.size() <= MOST_ALTERNATIVES;
  }

  private static boolean isShallow(Node node) {
    Node left = node;
    for (int i = 0; i < MOST_CONDITIONS; i++) {
      if (!(left instanceof Node.Binary binary)) {
        return true;
      }
      left = binary.left();
    }
    return false;
  }

  /** Numbers are code points where a character is made of them. */
  private static Optional<List<String>> characters(Place value, List<String> texts) {
    if (madeOf(value).isEmpty()) {
      return Optional.of(texts);
    }
    List<String> characters = new ArrayList<>();
    for (String text : texts) {
      if (!text.matches("\\d{1,7}") || !Character.isValidCodePoint(Integer.parseInt(text))) {
        return Optional.empty();
      }
      characters.add(Character.toString(Integer.parseInt(text)));
    }
    return Optional.of(characters);
  }

  /** The call that makes a character of the value. */
  private static Optional<Place> madeOf(Place value) {
    Code code = value.code();
    return code.syntax().parent(value.node()).orElse(value.node()) instanceof Node.Call call
            && isMaking(call)
        ? Optional.of(value.at(call))
        : Optional.empty();
  }

  /** Whether a call makes a character of a number. */
  static boolean isMaking(Node.Call call) {
    return call.callee() instanceof Node.Member member
            && (member.property().equals("fromCharCode")
                || member.property().equals("fromCodePoint"))
        || call.callee() instanceof Node.Name name && name.text().equals("chr");
  }

  private static Place carrier(Place value) {
    return madeOf(value).orElse(value);
  }

  private static Optional<Pick> pick(
      List<String> alternatives, List<Spot> conditions, List<Place> values, Place shown) {
    if (alternatives.size() < 2
        || alternatives.size() > MOST_ALTERNATIVES
        || conditions.isEmpty()
        || values.isEmpty()) {
      return Optional.empty();
    }
    Optional<Form> form = Likeness.among(alternatives);
    return form.map(f -> new Pick(f, alternatives, conditions, values, shown));
  }

  /** An expression that comes to one of these texts. */
  static Optional<Pick> ofTexts(Place place, List<String> texts, List<Spot> conditions) {
    return pick(texts, conditions, List.of(place), place);
  }

  /** A call that makes a character of one of these numbers. */
  static Optional<Pick> ofCharacters(Place call, Set<Double> numbers, List<Spot> conditions) {
    List<String> characters = new ArrayList<>();
    for (double number : numbers) {
      if (!Character.isValidCodePoint((int) number) || number < 1) {
        return Optional.empty();
      }
      characters.add(Character.toString((int) number));
    }
    return pick(characters, conditions, List.of(call), call);
  }

  private static List<String> texts(List<Node> nodes) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes) {
      Node value = node instanceof Node.Field field ? field.value() : node;
      switch (value) {
        case Node.Text text -> texts.add(text.value());
        case Node.Digits digits -> texts.add(Numbers.spelt(digits.value()));
        default -> {
          return List.of();
        }
      }
    }
    return texts;
  }

  /** {@code [a, b][index]}, {@code {x: a, y: b}[key]}, or the same by a variable. */
  private Optional<Pick> elements(Place collection, List<String> texts) {
    if (texts.size() < 2 || texts.size() > MOST_ALTERNATIVES) {
      return Optional.empty();
    }
    List<Spot> conditions = new ArrayList<>();
    List<Place> values = new ArrayList<>();
    for (Place holder : holders(collection)) {
      Code code = holder.code();
      Node around = code.syntax().parent(holder.node()).orElse(holder.node());
      if (around instanceof Node.Index index && index.object().is(holder.node())) {
        conditions.add(Spot.of(holder.at(index.key())));
        values.add(holder.at(index));
      } else if (around instanceof Node.Member member
          && (member.property().equals("at") || member.property().equals("get"))
          && code.syntax().parent(member).orElse(member) instanceof Node.Call call
          && !call.arguments().isEmpty()
          && call.arguments().size() <= code.dialect().mostLookedUpBy()) {
        conditions.add(Spot.of(holder.at(call.arguments().getFirst())));
        values.add(holder.at(call));
      }
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return characters(values.getFirst(), texts.stream().distinct().toList())
        .flatMap(alternatives ->
            pick(
                alternatives,
                conditions,
                values.stream().map(Picks::carrier).toList(),
                values.getFirst()));
  }

  /** The expression itself, and every use of the variable that it is the value of. */
  private static List<Place> holders(Place collection) {
    Code code = collection.code();
    List<Place> holders = new ArrayList<>(List.of(collection));
    Node around = code.syntax().parent(collection.node()).orElse(collection.node());
    Node target =
        switch (around) {
          case Node.Declarator declarator -> declarator.target();
          case Node.Assign assign -> assign.target();
          // new Map([…])
          case Node.Call call -> call;
          default -> around;
        };
    if (target instanceof Node.Call call) {
      holders.add(collection.at(call));
      target =
          code.syntax().parent(call).orElse(call) instanceof Node.Declarator declarator
              ? declarator.target()
              : call;
    }
    if (target instanceof Node.Name name) {
      code.scopes()
          .resolve(name)
          .ifPresent(binding ->
              code.scopes().uses(binding).stream()
                  .limit(20)
                  .forEach(use -> holders.add(collection.at(use))));
    }
    return holders;
  }

  /** A function that gives back one of several constants. */
  private Optional<Pick> returned(Place inside) {
    Code code = inside.code();
    Optional<Node.Function> function =
        inside.node() instanceof Node.Function f
            ? Optional.of(f)
            : code.functionAround(inside.node());
    if (function.isEmpty()) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    List<Spot> conditions = new ArrayList<>();
    for (Returns.Result result : sources.returns().of(code.syntax(), function.get())) {
      if (result.isAbsent()) {
        continue;
      }
      Node value = result.value().orElseThrow();
      if (!branches(inside, value, texts, conditions)) {
        return Optional.empty();
      }
      for (Node test : result.tests()) {
        Spot spot = Spot.of(inside.at(test));
        if (!conditions.contains(spot)) {
          conditions.add(spot);
        }
      }
    }
    Place place = inside.at(function.get());
    return pick(List.copyOf(texts), conditions, List.of(place), place);
  }

  /** A variable that is given one of several constants. */
  private Optional<Pick> assigned(Place constant, Node target) {
    Code code = constant.code();
    if (!(target instanceof Node.Name name)) {
      return Optional.empty();
    }
    Binding binding = code.scopes().resolve(name).orElse(null);
    if (binding == null) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    List<Spot> conditions = new ArrayList<>();
    for (Link link : sources.of(Spot.of(constant.at(name)))) {
      switch (link.kind()) {
        case SAME -> {
          if (!branches(constant, link.to().place().node(), texts, conditions)) {
            return Optional.empty();
          }
        }
        case DECIDED -> conditions.add(link.to());
        default -> {
          return Optional.empty();
        }
      }
    }
    List<Place> values =
        code.scopes().uses(binding).stream()
            .filter(use -> !isTarget(code, use))
            .limit(20)
            .map(constant::at)
            .toList();
    return pick(List.copyOf(texts), conditions, values, constant.at(target));
  }

  static boolean isTarget(Code code, Node use) {
    Node around = code.syntax().parent(use).orElse(use);
    return around instanceof Node.Assign assign && assign.target().is(use)
        || around instanceof Node.Declarator declarator && declarator.target().is(use);
  }
}
