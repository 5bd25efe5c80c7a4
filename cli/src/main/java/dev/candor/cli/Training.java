package dev.candor.cli;

import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.io.OutputStream;
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

  private static final String INTERPRETER_CACHE = "candor.sandbox.aot-output";

  private Training() {}

  /** Works in the empty folder that the first argument names, and leaves files in it. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    List<String> names = Specimens.names();
    for (int i = 0; i < names.size(); i += EVERY) {
      String name = names.get(i);
      SpecimenWriter.writeFolder(Specimens.named(name, 1), folder.resolve(name));
    }
    Main.run(silent(), "scan", folder.toString());
    // The interpreter that this scan started has written its cache; once is enough.
    System.clearProperty(INTERPRETER_CACHE);
    List.of(
            new String[] {"--version"},
            new String[] {"--help"},
            new String[] {"scan", "--help"},
            new String[] {"scan", folder.toString(), "--format", "json"},
            new String[] {"scan", folder.toString(), "--format", "sarif"})
        .forEach(command -> Main.run(silent(), command));
  }

  private static Console silent() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Console(new ResultStream(nowhere), nowhere, false, false, Map.of());
  }
}
