package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.ArrayList;
import java.util.List;

/** An array of numbers: the first byte, then each byte's distance from the one before. */
record DeltaArmour() implements Armour {
  @Override
  public List<String> steps() {
    return List.of("deltas", "char-codes");
  }

  @Override
  public String store(byte[] bytes, Js js) {
    List<Integer> deltas = new ArrayList<>();
    int before = 0;
    for (byte b : bytes) {
      deltas.add((b & 255) - before);
      before = b & 255;
    }
    return Literals.numbers(deltas);
  }

  @Override
  public String read(String stored, Js js) {
    String body =
        switch (js.draw().below(3)) {
          case 0 ->
              """
              let @sum = 0;
              return @text.map((@n) => (@sum += @n));\
              """;
          case 1 ->
              """
              const @out = [];
              for (let @i = 0, @sum = 0; @i < @text.length; @i++) {
                @sum += @text[@i];
                @out.push(@sum);
              }
              return @out;\
              """;
          default ->
              """
              return @text.reduce((@out, @n) => [...@out, @n + (@out[@out.length - 1] || 0)], []);\
              """;
        };
    return js.function("undelta", "text", body) + "(" + stored + ")";
  }
}
