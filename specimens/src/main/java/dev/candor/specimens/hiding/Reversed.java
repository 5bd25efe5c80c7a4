package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** Text from its end to its start. */
record Reversed() implements Coding {
  @Override
  public List<String> steps() {
    return List.of("reversed");
  }

  @Override
  public String store(String text, Js js) {
    return js.quote(new StringBuilder(text).reverse().toString());
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return reverse(stored, js);
  }

  static String reverse(String text, Js js) {
    return switch (js.draw().below(4)) {
      case 0 -> "[..." + text + "].reverse().join(\"\")";
      case 1 -> "Array.from(" + text + ").reverse().join(\"\")";
      case 2 -> text + ".split(\"\").reverse().join(\"\")";
      default ->
          js.function(
                  "flip",
                  "text",
                  """
                  let @out = "";
                  for (let @i = @text.length - 1; @i >= 0; @i--) {
                    @out += @text[@i];
                  }
                  return @out;\
                  """)
              + "("
              + text
              + ")";
    };
  }
}
