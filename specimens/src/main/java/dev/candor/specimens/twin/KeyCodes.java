package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Sequences that terminals send for keys. */
@AutoService(Twin.class)
public final class KeyCodes implements Twin {
  @Override
  public String name() {
    return "key-codes";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @keys = { up: [27, 91, 65], down: [27, 91, 66], right: [27, 91, 67], left: [27, 91, 68], home: [27, 91, 72], end: [27, 91, 70], enter: [13], escape: [27], tab: [9], insert: [27, 91, 50, 126], remove: [27, 91, 51, 126], pageUp: [27, 91, 53, 126], pageDown: [27, 91, 54, 126] };
        function @keyName(@data) {
          const @found = Object.entries(@keys).find(([, @codes]) => @data === String.fromCharCode(...@codes));
          return @found ? @found[0] : "";
        }\
        """);
    return new Innocent(
        usual,
        js.code("@keyName(\"\\r\")"),
        "Arrays of character codes, but of control sequences.");
  }
}
