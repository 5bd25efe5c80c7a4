package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Each table joined to one text by a separator, and the text stored by a coding. */
final class Joined {
  private Joined() {}

  static Hidden hide(Coding coding, List<List<String>> tables, Js js) {
    Separator separator = Separator.draw(js.draw());
    List<String> texts = tables.stream().map(separator::join).toList();
    boolean ascii = texts.stream().allMatch(t -> t.chars().allMatch(c -> c < 128));
    List<String> literals = texts.stream().map(t -> coding.store(t, js)).toList();
    UnaryOperator<String> split = separator.splitter(js);
    boolean splitInside = js.draw().chance(50);
    String stored = js.name("stored");
    String text = coding.read(stored, ascii, js);
    if (text.equals(stored)) {
      return Access.of(literals.stream().map(split).toList(), coding.steps(), js);
    }
    String result = splitInside ? split.apply(text) : text;
    String decode = js.function("decode", "stored", "return @0;", result);
    List<String> lists = new ArrayList<>();
    for (String literal : literals) {
      String argument = hoistLiteral(js, lists.size(), literal);
      String call = decode + "(" + argument + ")";
      lists.add(splitInside ? call : split.apply(call));
    }
    return Access.of(lists, coding.steps(), js);
  }

  private static String hoistLiteral(Js js, int number, String literal) {
    if (js.draw().chance(50)) {
      return literal;
    }
    String name = js.name("blob" + number);
    js.declare(js.draw().pick("const @0 = @1;", "var @0 = @1;"), name, literal);
    return name;
  }
}
