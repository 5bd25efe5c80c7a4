package dev.candor.specimens.trigger;

import dev.candor.specimens.js.Js;

/** Expressions that look for a value in a list of strings; each call draws one. */
final class Comparison {
  private Comparison() {}

  static String equal(Js js, String list, String value) {
    return switch (js.draw().below(5)) {
      case 0 -> list + ".some(" + js.code("(@entry) => @entry === @0", value) + ")";
      case 1 -> list + ".indexOf(" + value + ") !== -1";
      case 2 -> "new Set(" + list + ").has(" + value + ")";
      default -> list + ".includes(" + value + ")";
    };
  }

  /** Equal, or ends in a dot and an entry. */
  static String suffix(Js js, String list, String value) {
    return switch (js.draw().below(4)) {
      case 0 -> js.code("@0.some((@entry) => (\".\" + @1).endsWith(\".\" + @entry))", list, value);
      case 1 ->
          js.code("@0.some((@entry) => @1 === @entry || @1.endsWith(`.${@entry}`))", list, value);
      case 2 -> loop(js, list, value, "@value === @entry || @value.endsWith(\".\" + @entry)");
      default ->
          js.code(
              "@0.find((@entry) => @1 === @entry || @1.endsWith(\".\" + @entry)) !== undefined",
              list,
              value);
    };
  }

  static String substring(Js js, String list, String value) {
    return switch (js.draw().below(4)) {
      case 0 -> js.code("@0.some((@entry) => @1.indexOf(@entry) >= 0)", list, value);
      case 1 -> loop(js, list, value, "@value.includes(@entry)");
      default -> js.code("@0.some((@entry) => @1.includes(@entry))", list, value);
    };
  }

  static String prefix(Js js, String list, String value) {
    return js.code("@0.some((@entry) => @1.startsWith(@entry))", list, value);
  }

  private static String loop(Js js, String list, String value, String test) {
    String name =
        js.function(
            "found",
            "all, value",
            """
            for (const @entry of @all) {
              if (@0) {
                return true;
              }
            }
            return false;\
            """,
            js.code(test));
    return name + "(" + list + ", " + value + ")";
  }
}
