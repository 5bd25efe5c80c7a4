package dev.candor.cli;

import dev.candor.audit.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** What this program is. */
final class Version implements IVersionProvider {
  static Engine engine() {
    return new Engine(candor(), System.getProperty("java.runtime.version", ""));
  }

  static String[] lines() {
    return new String[] {
      "candor " + candor(),
      "java "
          + System.getProperty("java.runtime.version", "")
          + " ("
          + System.getProperty("java.vendor", "")
          + ")"
    };
  }

  @Override
  public String[] getVersion() {
    return lines();
  }

  private static String candor() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IllegalStateException("version.txt is missing; build again");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
