package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Named colours. */
@AutoService(Twin.class)
public final class ColourNames implements Twin {
  @Override
  public String name() {
    return "colour-names";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @colours = { aqua: 0x00ffff, black: 0x000000, blue: 0x0000ff, coral: 0xff7f50, crimson: 0xdc143c, gold: 0xffd700, gray: 0x808080, green: 0x008000, indigo: 0x4b0082, khaki: 0xf0e68c, lime: 0x00ff00, navy: 0x000080, olive: 0x808000, orchid: 0xda70d6, peru: 0xcd853f, plum: 0xdda0dd, red: 0xff0000, salmon: 0xfa8072, teal: 0x008080, tomato: 0xff6347, violet: 0xee82ee, wheat: 0xf5deb3 };
        function @rgb(@colour) {
          const @value = @colours[@colour] ?? 0;
          return [@value >> 16, (@value >> 8) & 255, @value & 255];
        }\
        """);
    return new Innocent(
        usual,
        js.code("@rgb(\"peru\").join(\",\")"),
        "A packed table of names and numbers, but in clear.");
  }
}
