package dev.candor.text.yaml;

import dev.candor.core.InputException;
import dev.candor.text.Utf8;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that people write, as messages speak of it.
 *
 * @param name where it lies
 * @param noun what it holds, as {@code mechanism}
 * @param page of the documentation that describes it
 */
public record YamlFile(String name, String noun, String page) {
  /**
   * What it holds.
   *
   * @param file where it lies
   * @param most bytes
   * @throws InputException naming it, if it cannot be read, is larger, or is no text in UTF-8
   */
  public static String text(Path file, String noun, int most) {
    String name = Visible.of(file.toString());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new InputException(
            "%s is larger than %d KiB, which no %s is. Name another file."
                .formatted(name, most >> 10, noun));
      }
      return Utf8.text(bytes)
          .orElseThrow(() -> new InputException(name + " is no text in UTF-8; save it as such."));
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); check path and permissions."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }

  /** To be thrown: what is wrong with it, and where. */
  public InputException wrong(int line, String what) {
    return new InputException(
        "%s, line %d: %s. %s describes the file.".formatted(name, line, what, page));
  }
}
