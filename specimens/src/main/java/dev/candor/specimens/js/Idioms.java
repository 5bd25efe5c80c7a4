package dev.candor.specimens.js;

/** The usual ways to handle bytes and text; each call draws one of them. */
public final class Idioms {
  private Idioms() {}

  /** Base64 text → bytes. */
  public static String fromBase64(Js js, String text) {
    return switch (js.draw().below(5)) {
      case 0, 1 -> "Buffer.from(" + text + ", \"base64\")";
      case 2 -> js.code("Uint8Array.from(atob(@0), (@char) => @char.charCodeAt(0))", text);
      case 3 -> js.code("[...atob(@0)].map((@char) => @char.charCodeAt(0))", text);
      default -> js.code("atob(@0).split(\"\").map((@char) => @char.charCodeAt(0))", text);
    };
  }

  /** Hexadecimal text → bytes. */
  public static String fromHex(Js js, String text) {
    return switch (js.draw().below(3)) {
      case 0 -> "Buffer.from(" + text + ", \"hex\")";
      case 1 -> js.code("@0.match(/../g).map((@pair) => parseInt(@pair, 16))", text);
      default -> js.code("Uint8Array.from(@0.match(/.{2}/g), (@pair) => +(\"0x\" + @pair))", text);
    };
  }

  /**
   * Bytes → bytes, one by one.
   *
   * @param element template over {@code @byte}, {@code @index} and {@code @all}, the bytes given
   */
  public static String map(Js js, String bytes, String element, Object... values) {
    String each = js.code(element, values);
    return switch (js.draw().below(5)) {
      case 0 -> js.code("[...@0].map((@byte, @index, @all) => @1)", bytes, each);
      case 1 -> js.code("Array.from(@0).map((@byte, @index, @all) => @1)", bytes, each);
      case 2 ->
          js.code(
              "[...@0].reduce((@out, @byte, @index, @all) => (@out.push(@1), @out), [])",
              bytes,
              each);
      case 3 -> {
        String name =
            js.function(
                js.fresh("mapAll"),
                "all",
                """
                const @out = new Uint8Array(@all.length);
                for (let @index = 0; @index < @all.length; @index++) {
                  const @byte = @all[@index];
                  @out[@index] = @0;
                }
                return @out;\
                """,
                each);
        yield name + "(" + bytes + ")";
      }
      default -> {
        String name =
            js.function(
                js.fresh("mapEach"),
                "all",
                """
                let @out = [], @index = 0;
                for (const @byte of @all) {
                  @out.push(@0);
                  @index++;
                }
                return @out;\
                """,
                each);
        yield name + "(" + bytes + ")";
      }
    };
  }

  /**
   * Bytes → text.
   *
   * @param ascii whether every byte is below 128
   */
  public static String text(Js js, String bytes, boolean ascii) {
    return switch (js.draw().below(ascii ? 6 : 3)) {
      case 0 -> "Buffer.from(" + bytes + ").toString()";
      case 1 -> "Buffer.from(" + bytes + ").toString(\"utf8\")";
      case 2 -> "new TextDecoder().decode(Uint8Array.from(" + bytes + "))";
      case 3 -> "String.fromCharCode(..." + bytes + ")";
      case 4 -> js.code("Array.from(@0, (@byte) => String.fromCharCode(@byte)).join(\"\")", bytes);
      default ->
          js.code(
              "[...@0].reduce((@out, @byte) => @out + String.fromCharCode(@byte), \"\")", bytes);
    };
  }

  /** Declares a constant or leaves the value where it is used. */
  public static String hoist(Js js, String word, String value) {
    if (js.draw().chance(40)) {
      return value;
    }
    js.declare(js.draw().pick("const @0 = @1;", "var @0 = @1;"), js.name(word), value);
    return js.name(word);
  }
}
