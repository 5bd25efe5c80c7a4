package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.scan.syntax.Node;
import java.util.Set;

/**
 * Whether a step forward leads to what was read, or to a text made of nothing else. A request that
 * is sent to an address is no longer the address, and a file below a folder is not the folder: what
 * they are compared with says nothing of what was read.
 */
final class Kept {
  /** A separator may be put before or behind a value, but not more. */
  private static final int LONGEST_AFFIX = 2;

  /** Functions of the platform whose result is the argument in another form, or a part of it. */
  private static final Set<String> FORMS =
      Set.of(
          "URL",
          "String",
          "Number",
          "parseInt",
          "parseFloat",
          "stringify",
          "from",
          "entries",
          "keys",
          "values",
          "Set",
          "Map",
          "Array",
          "decodeURIComponent",
          "encodeURIComponent",
          "domainToASCII",
          "basename",
          "dirname",
          "extname",
          "normalize",
          "realpathSync",
          "realpath",
          "all",
          "allSettled",
          "resolve",
          "freeze",
          "update",
          "digest",
          "abs",
          "floor",
          "ceil",
          "round",
          "trunc");

  /**
   * Methods whose result is the string, the number or the list in another form, or a part of it.
   */
  private static final Set<String> METHODS =
      Set.of(
          "toString",
          "valueOf",
          "trim",
          "trimStart",
          "trimEnd",
          "toLowerCase",
          "toUpperCase",
          "toLocaleLowerCase",
          "toLocaleUpperCase",
          "normalize",
          "slice",
          "substring",
          "substr",
          "split",
          "replace",
          "replaceAll",
          "concat",
          "at",
          "charAt",
          "charCodeAt",
          "codePointAt",
          "padStart",
          "padEnd",
          "join",
          "pop",
          "shift",
          "reverse",
          "toReversed",
          "sort",
          "toSorted",
          "flat",
          "filter",
          "find",
          "map",
          "flatMap",
          "forEach",
          "reduce",
          "then",
          "catch",
          "finally",
          "update",
          "digest",
          "hexdigest",
          "toFixed",
          "keys",
          "values",
          "entries",
          "strip",
          "lower",
          "upper",
          "casefold",
          "removeprefix",
          "removesuffix");

  private Kept() {}

  static boolean by(Targets.Move move, Spot from) {
    if (move.shown() || move.confidence() == Confidence.BY_NAME) {
      return false;
    }
    Node node = from.place().node();
    Node around =
        from.place().code().syntax().parent(node).orElse(from.place().code().syntax().module());
    return switch (around) {
      case Node.Call call when !call.callee().is(node) ->
          argument(move, node, call)
              && (from.path().isEmpty() || !name(call).equals("stringify")); // with others in it
      case Node.Member member -> !member.property().equals("length") && method(from, move, member);
      // A choice of two, or reckoned with a number; with anything else it is something else.
      case Node.Binary both when !isChoice(both) ->
          isAffix(both.left().is(node) ? both.right() : both.left());
      case Node.Assign assign when !isWhole(assign) -> false; // one of two that are joined
      case Node.Template template ->
          template.parts().size() == 1
              && template.texts().stream().mapToInt(String::length).sum() <= LONGEST_AFFIX;
      case Node.Return way -> isReturned(move, from);
      case Node.Function f -> isReturned(move, from);
      default -> true;
    };
  }

  /** Into a function of the module's own, or through one that only changes the form. */
  private static boolean argument(Targets.Move move, Node node, Node.Call call) {
    boolean through = move.to().place().node().is(call);
    boolean alone = call.arguments().stream().allMatch(a -> a.is(node) || a instanceof Node.Digits);
    return !through
        || alone && FORMS.contains(name(call))
        || isParsed(call)
        || isAddedTo(call, node);
  }

  /** {@code JSON.parse(value)}, {@code url.parse(value)}; others parse what they like. */
  private static boolean isParsed(Node.Call call) {
    return call.callee() instanceof Node.Member member
        && member.property().equals("parse")
        && member.object() instanceof Node.Name object
        && (object.text().equals("JSON") || object.text().equalsIgnoreCase("url"));
  }

  /** {@code ".".concat(value)}. */
  private static boolean isAddedTo(Node.Call call, Node node) {
    return call.callee() instanceof Node.Member member
        && member.property().equals("concat")
        && call.arguments().size() == 1
        && call.arguments().getFirst().is(node)
        && isAffix(member.object());
  }

  private static boolean isChoice(Node.Binary binary) {
    return switch (binary.operator()) {
      case "||", "&&", "??", "or", "and" -> true;
      default -> false;
    };
  }

  private static boolean isWhole(Node.Assign assign) {
    return switch (assign.operator()) {
      case "=", ":=", "||=", "&&=", "??=" -> true;
      default -> false;
    };
  }

  private static boolean isAffix(Node node) {
    return node instanceof Node.Digits
        || node instanceof Node.Text text && text.value().length() <= LONGEST_AFFIX;
  }

  private static boolean method(Spot from, Targets.Move move, Node.Member member) {
    boolean called = move.to().place().node() instanceof Node.Call call && call.callee().is(member);
    return !called || METHODS.contains(member.property()) && isWhole(from);
  }

  /** The value itself or a list of it, not an object that has it among others. */
  private static boolean isWhole(Spot spot) {
    return spot.path().isEmpty() || isElement(spot);
  }

  /** What an unknown function makes of a function's result is not the result. */
  private static boolean isReturned(Targets.Move move, Spot from) {
    if (!(move.to().place().node() instanceof Node.Call call)) {
      return true;
    }
    return from.place()
            .code()
            .functionAround(from.place().node())
            .filter(f -> call.arguments().stream().anyMatch(a -> a.is(f)))
            .isEmpty()
        || METHODS.contains(name(call))
        || FORMS.contains(name(call));
  }

  /** Whether a variable names the field: which one it is is not told. */
  static boolean isAnyField(Spot from) {
    Node node = from.place().node();
    return from.place().code().syntax().parent(node).orElse(node) instanceof Node.Index index
        && index.object().is(node)
        && !isWhole(from);
  }

  /** Whether an element of a list is meant. */
  static boolean isElement(Spot spot) {
    return spot.path().size() == 1
        && (spot.path().getFirst().equals(Spot.ANY)
            || spot.path().getFirst().chars().allMatch(Character::isDigit));
  }

  private static String name(Node.Call call) {
    return switch (call.callee()) {
      case Node.Member member -> member.property();
      case Node.Name name -> name.text();
      default -> "";
    };
  }
}
