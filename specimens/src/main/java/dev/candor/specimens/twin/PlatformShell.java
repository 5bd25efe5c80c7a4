package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Names the shell in a word. */
@AutoService(Twin.class)
public final class PlatformShell implements Twin {
  @Override
  public String name() {
    return "platform-shell";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @shell = process.platform === "win32" ? "PowerShell" : "bash";
        function @shellText() {
          return `Answer briefly, with commands for ${@shell}.`;
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@shellText()")),
            js.code("@shell.length"),
            "The platform changes one word of the prompt, but the word names the shell that commands are for.")
        .reading("platform")
        .picking("wording");
  }
}
