package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** Text whose neighbouring characters changed places, two by two. */
record Swapped() implements Coding {
  @Override
  public List<String> steps() {
    return List.of("swapped");
  }

  @Override
  public String store(String text, Js js) {
    char[] chars = text.toCharArray();
    for (int i = 0; i + 1 < chars.length; i += 2) {
      char kept = chars[i];
      chars[i] = chars[i + 1];
      chars[i + 1] = kept;
    }
    return js.quote(new String(chars));
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return switch (js.draw().below(3)) {
      case 0 -> stored + ".replace(/(.)(.)/gs, \"$2$1\")";
      case 1 ->
          js.code(
              "@0.match(/[^]{1,2}/g).map((@pair) => (@pair[1] || \"\") + @pair[0]).join(\"\")",
              stored);
      default ->
          js.function(
                  "unswap",
                  "text",
                  """
                  const @out = @text.split("");
                  for (let @i = 1; @i < @out.length; @i += 2) {
                    const @kept = @out[@i];
                    @out[@i] = @out[@i - 1];
                    @out[@i - 1] = @kept;
                  }
                  return @out.join("");\
                  """)
              + "("
              + stored
              + ")";
    };
  }
}
