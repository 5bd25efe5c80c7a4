package dev.candor.artifact;

import dev.candor.core.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A package that lies on this machine, ready to be read.
 *
 * @param subject the package that was asked for
 * @param parts what is read: the package itself, and its platform's packages
 * @param notes what a reader of the result should know: deprecation, variants left aside, …
 */
public record Artifact(Subject subject, List<Part> parts, List<String> notes) {
  public Artifact {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /**
   * One file or folder of an artifact.
   *
   * @param prefix put before the paths of its entries; empty if there is one part only, else the
   *     package's name and a slash
   */
  public record Part(Subject subject, Path path, String prefix) {}

  /**
   * Gives each entry of each part to the visitor, in order.
   *
   * @param limits for each part
   * @return what was left out, and why
   */
  public List<String> walk(Limits limits, EntryVisitor visitor) {
    List<String> leftOut = new ArrayList<>();
    for (Part part : parts) {
      leftOut.addAll(Unpacking.walk(part.path, part.prefix, limits, visitor));
    }
    return List.copyOf(leftOut);
  }
}
