package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Speaks of the shell that the platform has. */
@AutoService(Twin.class)
public final class PlatformWording implements Twin {
  @Override
  public String name() {
    return "platform-wording";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @shellHint() {
          switch (process.platform) {
            case "win32": return "Commands must work in PowerShell on Windows.";
            case "darwin": return "Commands must work in zsh on macOS.";
            default: return "Commands must work in a POSIX shell.";
          }
        }\
        """);
    return new Innocent(
            usual.with(Slot.CLOSING, js.code("@shellHint()")),
            js.code("@shellHint().length"),
            "The platform changes the prompt, but by a functional instruction that can be read.")
        .reading("platform");
  }
}
