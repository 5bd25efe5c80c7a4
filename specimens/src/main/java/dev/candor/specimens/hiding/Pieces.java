package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text cut into short pieces that stand in another order, and the order beside them. */
record Pieces() implements Coding {
  @Override
  public List<String> steps() {
    return List.of("pieces");
  }

  @Override
  public String store(String text, Js js) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = Math.min(text.length(), from + js.draw().between(3, 9));
      pieces.add(text.substring(from, end));
      from = end;
    }
    List<Integer> places = js.draw().shuffled(IntStream.range(0, pieces.size()).boxed().toList());
    List<String> stored = places.stream().map(pieces::get).toList();
    List<Integer> order = IntStream.range(0, pieces.size()).mapToObj(places::indexOf).toList();
    return "[" + Literals.strings(stored) + ", " + Literals.numbers(order) + "]";
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return switch (js.draw().below(3)) {
      case 0 -> js.code("@0[1].map((@i) => @0[0][@i]).join(\"\")", stored);
      case 1 -> js.code("@0[1].reduce((@out, @i) => @out + @0[0][@i], \"\")", stored);
      default ->
          js.function(
                  "assemble",
                  "parts, order",
                  """
                  let @out = "";
                  for (const @i of @order) {
                    @out += @parts[@i];
                  }
                  return @out;\
                  """)
              + "(..."
              + stored
              + ")";
    };
  }
}
