package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The letters that a parser takes for identifiers, as distances. */
@AutoService(Twin.class)
public final class UnicodeRanges implements Twin {
  @Override
  public String name() {
    return "unicode-ranges";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @starts = [0, @0];
        function @inRanges(@code, @set) {
          let @pos = 0x10000;
          for (let @i = 0; @i < @set.length; @i += 2) {
            @pos += @set[@i];
            if (@pos > @code) return false;
            @pos += @set[@i + 1];
            if (@pos >= @code) return true;
          }
          return false;
        }\
        """,
        distances(js));
    return new Innocent(
        usual,
        js.code("@inRanges(0x10041, @starts)"),
        "A long array of small numbers that are summed up, but they are ranges of code points.");
  }

  private static String distances(Js js) {
    return IntStream.range(0, 301)
        .mapToObj(i ->
            "" + (js.draw().chance(80) ? js.draw().between(0, 60) : js.draw().between(60, 900)))
        .collect(Collectors.joining(", "));
  }
}
