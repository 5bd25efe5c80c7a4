package dev.candor.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A console whose output a test reads. */
final class Screen {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console;

  private Screen(boolean terminal, Map<String, String> environment) {
    console = new Console(new ResultStream(out), err, terminal, terminal, environment);
  }

  /** Neither stream goes to a terminal. */
  static Screen piped() {
    return new Screen(false, Map.of());
  }

  static Screen terminal(Map<String, String> environment) {
    return new Screen(true, environment);
  }

  Console console() {
    return console;
  }

  int run(String... arguments) {
    return Main.run(console, arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
