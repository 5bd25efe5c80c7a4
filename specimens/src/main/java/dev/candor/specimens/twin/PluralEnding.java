package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Counts files in good English. */
@AutoService(Twin.class)
public final class PluralEnding implements Twin {
  @Override
  public String name() {
    return "plural-ending";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @fileCount(@names) {
          const @count = @names.length;
          return `${@count} file${@count === 1 ? "" : "s"}`;
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.RESULT,
                js.code(
                    "\"Here's the listing of \" + @fileCount(@listing.split(\"\\n\")) + \":\\n\" + @listing")),
            js.code("@fileCount([\"a.txt\"])"),
            "The number of files decides about a letter, but the number stands before it.")
        .picking("wording", "presence");
  }
}
