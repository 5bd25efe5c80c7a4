package dev.candor.campaign.sketch;

import java.nio.file.Path;
import java.util.List;

/**
 * Which texts to make sketches of.
 *
 * @param files JSON lines
 * @param text member that holds the user text
 * @param system member that holds the system prompt
 */
public record SketchRequest(List<Path> files, String text, String system, SketchKey key) {
  /** What {@link #text} is called where nothing else is said. */
  public static final String TEXT = "text";

  /** What {@link #system} is called where nothing else is said. */
  public static final String SYSTEM = "system";

  public SketchRequest {
    files = List.copyOf(files);
  }
}
