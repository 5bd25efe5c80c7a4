package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Dates by a pattern that the caller gives. */
@AutoService(Twin.class)
public final class DatePatterns implements Twin {
  @Override
  public String name() {
    return "date-patterns";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @formatDate(@date, @pattern) {
          const @two = (@n) => String(@n).padStart(2, "0");
          return @pattern.replace(/yyyy/, @date.getFullYear()).replace(/MM/, @two(@date.getMonth() + 1)).replace(/dd/, @two(@date.getDate()));
        }
        const @patterns = { iso: "yyyy-MM-dd", path: "yyyy/MM/dd", german: "dd.MM.yyyy", us: "MM/dd/yyyy" };\
        """);
    return new Innocent(
        usual,
        js.code("@formatDate(new Date(0), @patterns.path).length"),
        "Writes days with different separators, but as the caller asks, not as the environment is.");
  }
}
