package dev.candor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs once while the virtual machine records it for the AOT cache (JEP 514): the
 * commands that people start most, on input that needs no network.
 */
final class Training {
  /** Of the specimens, so that most kinds of encoding are met. */
  private static final int EVERY = 25;

  private static final int BUNDLE = 1_000_000;

  private static final String INTERPRETER_CACHE = "candor.sandbox.aot-output";

  private Training() {}

  /** Works in the empty folder that the first argument names, and leaves files in it. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]).resolve("specimens");
    Path bundle = Path.of(arguments[0]).resolve("bundle.js");
    List<String> names = Specimens.names();
    for (int i = 0; i < names.size(); i += EVERY) {
      String name = names.get(i);
      SpecimenWriter.writeFolder(Specimens.named(name, 1), folder.resolve(name));
    }
    writeBundle(bundle);
    Main.run(silent(), "scan", folder.toString());
    // The interpreter that this scan started has written its cache; once is enough.
    System.clearProperty(INTERPRETER_CACHE);
    List.of(
            new String[] {"--version"},
            new String[] {"--help"},
            new String[] {"scan", "--help"},
            new String[] {"scan", bundle.toString()},
            new String[] {"scan", folder.toString(), "--format", "json"},
            new String[] {"scan", folder.toString(), "--format", "sarif"},
            new String[] {"scan", folder.toString(), "--format", "html"},
            new String[] {"scan", folder.toString(), "--format", "markdown"})
        .forEach(command -> Main.run(silent(), command));
  }

  /** A module as large as those whose parts are worked on side by side. */
  private static void writeBundle(Path file) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < BUNDLE; i = (i + 1) % Specimens.names().size()) {
      Specimens.named(Specimens.names().get(i), 1)
          .files()
          .forEach((path, bytes) -> {
            if (path.endsWith(".js")) {
              text.append("(function(){").append(new String(bytes, UTF_8)).append("\n})();\n");
            }
          });
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Console silent() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Console(new ResultStream(nowhere), nowhere, false, false, Map.of());
  }
}
