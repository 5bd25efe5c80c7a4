package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Lines end as the platform has it. */
@AutoService(Twin.class)
public final class LineEnding implements Twin {
  @Override
  public String name() {
    return "line-ending";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @eol = process.platform === "win32" ? "\\r\\n" : "\\n";
        function @joinLines(@lines) {
          return @lines.join(@eol);
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.RESULT,
                js.code("@joinLines([\"Here's the listing:\", ...@listing.split(\"\\n\")])")),
            js.code("@joinLines([\"a\", \"b\"]).length"),
            "The platform changes characters without ink, but the platform's own line ending.")
        .reading("platform")
        .picking("invisible", "format");
  }
}
