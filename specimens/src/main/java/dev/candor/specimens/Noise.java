package dev.candor.specimens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Raises the noise in a specimen's traffic: random order, ids and dates, further requests, and a
 * fifth of the runs crash. What it marks, or does not, stays as it is.
 */
public final class Noise {
  private static final String FILE = "noise.js";
  private static final String ENTRY = "cli.js";
  private static final String CALL = "require(\"./" + FILE + "\");\n";

  private Noise() {}

  /** The same specimen in a louder world. */
  public static Specimen raised(Specimen specimen) {
    Map<String, byte[]> files = new TreeMap<>(specimen.files());
    byte[] entry = files.get(ENTRY);
    if (entry == null) {
      throw new IllegalArgumentException(specimen.name() + " has no " + ENTRY);
    }
    String program = new String(entry, StandardCharsets.UTF_8);
    int line = program.startsWith("#!") ? program.indexOf('\n') + 1 : 0;
    String louder = program.substring(0, line) + CALL + program.substring(line);
    files.put(ENTRY, louder.getBytes(StandardCharsets.UTF_8));
    files.put(FILE, noise());
    return new Specimen(specimen.name(), specimen.label(), files);
  }

  private static byte[] noise() {
    try (InputStream in = Noise.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
