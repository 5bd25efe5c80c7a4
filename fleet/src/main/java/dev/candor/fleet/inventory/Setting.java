package dev.candor.fleet.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that points a tool at an endpoint or a proxy.
 *
 * @param tool its name in the catalogue
 * @param place the file: a path below the root that begins with {@code /}
 * @param key the variable, or the keys from the outermost on with dots between
 * @param value without credentials; {@code ***} stands for each
 */
public record Setting(String tool, Purpose purpose, String place, String key, String value) {
  /** What a setting is for. */
  public enum Purpose {
    ENDPOINT,
    PROXY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> named(String word) {
      return Stream.of(values()).filter(purpose -> purpose.word().equals(word)).findFirst();
    }
  }
}
