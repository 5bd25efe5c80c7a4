package dev.candor.scan.flow;

import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how and with what a comparison compares one of its sides. */
final class Comparisons {
  private static final int MOST_VALUES = 500;

  private final Constants constants;
  private final Behind behind;
  private final Lists lists;

  Comparisons(Constants constants, Behind behind, Lists lists) {
    this.constants = constants;
    this.behind = behind;
    this.lists = lists;
  }

  /**
   * A comparison, before it is known which hidden table its values come from.
   *
   * @param values constants in clear
   * @param stored where encoded constants stand that the values are computed from
   * @param behind where data may stand that the values are decoded from, nearest first; empty where
   *     there are constants in clear
   */
  record Found(
      Match match,
      List<String> values,
      List<Location> stored,
      List<Location> behind,
      Location location) {}

  Optional<Found> of(Trace.Compared compared) {
    Place place = compared.place();
    return switch (place.node()) {
      case Node.Binary binary -> binary(compared, binary);
      case Node.Call call -> call(compared, call);
      case Node.Index index ->
          index.key().is(compared.side())
              ? found(compared, Match.EQUAL, keys(index.object()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Found> binary(Trace.Compared compared, Node.Binary binary) {
    Node other = binary.left().is(compared.side()) ? binary.right() : binary.left();
    Match match =
        switch (binary.operator()) {
          case "===", "==", "!==", "!=", "is", "is not", "in", "not in" -> Match.EQUAL;
          default -> Match.RANGE;
        };
    if (binary.operator().equals("in") && binary.left().is(compared.side())) {
      return found(compared, Match.EQUAL, keys(binary.right()));
    }
    // indexOf(x) >= 0 and the like compare with a number that says nothing.
    if (match == Match.RANGE || isMinusOne(other)) {
      if (compared.side() instanceof Node.Call inner
          && inner.callee() instanceof Node.Member member
          && Sources.COMPARING.contains(compared.place().code().method(member))) {
        return Optional.empty();
      }
    }
    if (isDigest(compared.side())) {
      match = Match.DIGEST;
    }
    return isAbsent(other)
        ? Optional.of(
            new Found(Match.PRESENCE, List.of(), List.of(), List.of(), compared.place().location()))
        : found(compared, match, values(compared, other));
  }

  private static boolean isMinusOne(Node node) {
    return node instanceof Node.Unary minus
        && minus.operator().equals("-")
        && minus.operand() instanceof Node.Digits digits
        && digits.value() == 1;
  }

  private static boolean isAbsent(Node node) {
    return node instanceof Node.Constant
        || node instanceof Node.Text text && text.value().isEmpty()
        || node instanceof Node.Unary unary && unary.operator().equals("void");
  }

  /** A value that went through a hash function. */
  private static boolean isDigest(Node node) {
    return node instanceof Node.Call call
        && call.callee() instanceof Node.Member member
        && (member.property().equals("digest") || member.property().equals("hexdigest"));
  }

  private Optional<Found> call(Trace.Compared compared, Node.Call call) {
    if (!(call.callee() instanceof Node.Member member)) {
      return Optional.empty();
    }
    boolean probeIsObject = member.object().is(compared.side());
    Node other =
        probeIsObject
            ? call.arguments().isEmpty() ? call : call.arguments().getFirst()
            : member.object();
    if (other.is(call)) {
      return Optional.empty();
    }
    Match match =
        switch (compared.place().code().method(member)) {
          case "startsWith" -> Match.PREFIX;
          case "endsWith" -> Match.SUFFIX;
          case "match", "test", "exec", "search" -> Match.PATTERN;
          case "includes", "indexOf", "lastIndexOf" ->
              probeIsObject && !isList(compared, other) && !isList(compared, member.object())
                  ? Match.SUBSTRING
                  : Match.EQUAL;
          case "get" -> Match.EQUAL;
          default -> Match.EQUAL;
        };
    Values values = values(compared, other);
    if (match == Match.SUFFIX && values.dotted()) {
      match = Match.DOT_SUFFIX;
    }
    if (match == Match.EQUAL && isDigest(compared.side())) {
      match = Match.DIGEST;
    }
    return found(compared, match, values);
  }

  private boolean isList(Trace.Compared compared, Node node) {
    return lists.is(new Spot(compared.place().at(node), List.of(), compared.calls()));
  }

  /**
   * @param dotted whether a dot was put in front
   */
  private record Values(
      List<String> texts, List<Location> stored, List<Location> behind, boolean dotted) {}

  private Values values(Trace.Compared compared, Node other) {
    boolean dotted = false;
    Node bare = other;
    if (other instanceof Node.Binary sum
        && sum.operator().equals("+")
        && sum.left() instanceof Node.Text dot
        && dot.value().equals(".")) {
      dotted = true;
      bare = sum.right();
    } else if (other instanceof Node.Template template
        && template.parts().size() == 1
        && template.texts().equals(List.of(".", ""))) {
      dotted = true;
      bare = template.parts().getFirst();
    } else if (other instanceof Node.Call concat
        && concat.callee() instanceof Node.Member member
        && member.property().equals("concat")
        && member.object() instanceof Node.Text dot
        && dot.value().equals(".")
        && !concat.arguments().isEmpty()) {
      dotted = true;
      bare = concat.arguments().getFirst();
    }
    List<String> texts = new ArrayList<>();
    List<Location> stored = new ArrayList<>();
    Spot compare = new Spot(compared.place().at(bare), List.of(), compared.calls());
    for (Constants.Value value : constants.of(compare)) {
      if (!value.computed() && texts.size() < MOST_VALUES) {
        texts.add(value.text());
      } else if (value.computed()) {
        stored.add(value.place().location());
      }
    }
    boolean allDotted =
        !texts.isEmpty() && texts.stream().allMatch(t -> t.startsWith(".") && t.length() > 1);
    boolean inClear = texts.stream().anyMatch(t -> !t.isBlank());
    return new Values(
        texts.stream().distinct().toList(),
        stored,
        inClear ? List.of() : behind.of(compare),
        dotted || allDotted);
  }

  /** The keys of an object that is looked up in. */
  private static Values keys(Node object) {
    List<String> keys = new ArrayList<>();
    if (object instanceof Node.Fields fields) {
      for (Node node : fields.fields()) {
        if (node instanceof Node.Field field && keys.size() < MOST_VALUES) {
          field.name().ifPresent(keys::add);
        }
      }
      return new Values(keys, List.of(), List.of(), false);
    }
    return new Values(keys, List.of(), List.of(), false);
  }

  private static Optional<Found> found(Trace.Compared compared, Match match, Values values) {
    return values.texts().isEmpty()
            && values.stored().isEmpty()
            && values.behind().isEmpty()
            && match != Match.EQUAL
        ? Optional.empty()
        : Optional.of(
            new Found(
                match,
                values.texts(),
                values.stored(),
                values.behind(),
                compared.place().location()));
  }
}
