package dev.candor.specimens.carrier;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;

/** Expressions that pick by an outcome; each call draws one. */
final class Choice {
  private Choice() {}

  /** One of two strings. */
  static String of(Js js, Outcome outcome, String plain, String marked) {
    String first = literal(js, plain);
    String second = literal(js, marked);
    boolean characters = plain.length() == 1 && marked.length() == 1;
    return switch (js.draw().below(characters ? 7 : 5)) {
      case 0 -> js.code("[@0, @1][+@2]", first, second, outcome.code());
      case 1 -> js.code("({ false: @0, true: @1 })[@2]", first, second, outcome.code());
      case 2 ->
          js.function(
                  "variant",
                  outcome.parameter(),
                  """
                  if (@2) return @1;
                  return @0;\
                  """,
                  first,
                  second,
                  outcome.inside(js))
              + "("
              + outcome.argument()
              + ")";
      case 3, 4 -> js.code("(@2 ? @1 : @0)", first, second, outcome.code());
      case 5 ->
          js.code(
              "String.fromCharCode(@2 ? @1 : @0)",
              js.number(plain.charAt(0)),
              js.number(marked.charAt(0)),
              outcome.code());
      default ->
          js.code(
              "String.fromCodePoint([@0, @1][Number(@2)])",
              js.number(plain.charAt(0)),
              js.number(marked.charAt(0)),
              outcome.code());
    };
  }

  /** Bundlers escape what is not ASCII; people and some bundlers do not. */
  private static String literal(Js js, String text) {
    boolean raw =
        js.draw().chance(50) && text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
    return raw ? '"' + text + '"' : Literals.quote(text, '"');
  }
}
