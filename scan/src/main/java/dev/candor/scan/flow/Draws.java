package dev.candor.scan.flow;

import dev.candor.core.Form;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds random values of which a condition decides a part: a bit that is set in what was drawn, or
 * a draw that is repeated until a part of it is as the condition wants. Nobody sees that in a
 * single value.
 */
final class Draws {
  /** Functions of the platform that draw. */
  static final Set<String> DRAWING =
      Set.of("randomUUID", "randomBytes", "randomInt", "getRandomValues", "random");

  private final Place draw;
  private final Set<String> drawn = new HashSet<>();

  private Draws(Place draw) {
    this.draw = draw;
  }

  /** Picks in the function where something is drawn. */
  static List<Pick> around(Place draw) {
    return draw.code()
        .functionAround(draw.node())
        .map(f -> new Draws(draw).in(f))
        .orElse(List.of());
  }

  private List<Pick> in(Node.Function function) {
    List<Node> nodes = nodes(function);
    for (Node node : nodes) {
      switch (node) {
        case Node.Declarator set
            when set.target() instanceof Node.Name name
                && set.value().filter(this::isOfDraw).isPresent() ->
            drawn.add(name.text());
        case Node.Assign set when set.target() instanceof Node.Name name && isOfDraw(set.value()) ->
            drawn.add(name.text());
        default -> {}
      }
    }
    List<Pick> found = new ArrayList<>();
    for (Node node : nodes) {
      switch (node) {
        case Node.Binary sum -> set(sum).ifPresent(found::add);
        case Node.Loop loop ->
            loop.tests().forEach(test -> repeated(loop, test).ifPresent(found::add));
        default -> {}
      }
    }
    return found;
  }

  private List<Node> nodes(Node.Function function) {
    return Walk.through(
        draw.code().syntax().children(function.body()), node -> !(node instanceof Node.Function));
  }

  /** Whether what was drawn is in it. */
  private boolean isOfDraw(Node node) {
    return Walk.through(node).stream()
        .anyMatch(one ->
            one.is(draw.node()) || one instanceof Node.Name name && drawn.contains(name.text()));
  }

  /** {@code (drawn & 14) | (test ? 1 : 0)}, {@code (drawn - drawn % 2) + test}. */
  private Optional<Pick> set(Node.Binary sum) {
    boolean cleared =
        sum.left() instanceof Node.Binary left
            && (left.operator().equals("&") || left.operator().equals("-"));
    boolean sets =
        (sum.operator().equals("|") || sum.operator().equals("+")) && cleared
            || sum.operator().equals("^");
    if (!sets || !isOfDraw(sum.left())) {
      return Optional.empty();
    }
    return pick(sum.right(), List.of(draw.at(sum)), draw.at(sum));
  }

  /** {@code while (drawn % 2 !== (test ? 1 : 0)) drawn = draw()}. */
  private Optional<Pick> repeated(Node.Loop loop, Node test) {
    if (!(test instanceof Node.Binary compared)
        || !Set.of("!==", "!=").contains(compared.operator())) {
      return Optional.empty();
    }
    boolean left = isOfDraw(compared.left());
    if (left == isOfDraw(compared.right())) {
      return Optional.empty();
    }
    return assigned(loop)
        .flatMap(name ->
            pick(
                left ? compared.right() : compared.left(),
                Replacements.reads(draw.at(loop), name),
                draw.at(test)));
  }

  private Optional<Node.Name> assigned(Node.Loop loop) {
    for (Node node : Walk.through(loop.body())) {
      if (node instanceof Node.Assign assign
          && assign.target() instanceof Node.Name name
          && drawn.contains(name.text())) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private Optional<Pick> pick(Node wanted, List<Place> values, Place shown) {
    NumberPicks numbers = new NumberPicks(draw);
    Set<Double> either = numbers.values(wanted).orElse(Set.of());
    return either.size() < 2 || numbers.conditions().isEmpty() || values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pick(
                Form.NUMERIC,
                either.stream().map(v -> "drawn with " + Numbers.spelt(v)).sorted().toList(),
                numbers.conditions(),
                values,
                shown));
  }
}
