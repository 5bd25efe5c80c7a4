package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables of a decompressor. */
@AutoService(Twin.class)
public final class HuffmanTables implements Twin {
  @Override
  public String name() {
    return "huffman-tables";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
        const @lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
        const @fixedLengths = Array.from({ length: 288 }, (@none, @n) => (@n < 144 ? 8 : @n < 256 ? 9 : @n < 280 ? 7 : 8));
        const @weights = [@0];
        function @longest(@symbol) {
          return @lengthBase[@symbol - 257] + (1 << @lengthExtra[@symbol - 257]) - 1;
        }\
        """,
        weights(js));
    return new Innocent(
        usual,
        js.code("@longest(265) + @fixedLengths.length + @weights.length"),
        "Arrays of numbers in the range of letters, but code lengths and offsets.");
  }

  private static String weights(Js js) {
    return IntStream.range(0, 128)
        .mapToObj(i -> "" + js.draw().between(32, 126))
        .collect(Collectors.joining(", "));
  }
}
