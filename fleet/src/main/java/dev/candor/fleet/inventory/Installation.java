package dev.candor.fleet.inventory;

import java.util.List;
import java.util.Optional;

/**
 * One copy of a tool.
 *
 * @param tool its name in the catalogue, as {@code claude-code}
 * @param purl the package URL, with the version where that is known
 * @param version as the copy itself says
 * @param place where it lies: a path below the root that begins with {@code /}
 * @param evidence what it was recognised by, in sentences
 * @param sha256 of an executable's content, 64 lower-case digits
 */
public record Installation(
    String tool,
    String purl,
    Optional<String> version,
    Means means,
    String place,
    List<String> evidence,
    Optional<String> sha256) {
  public Installation {
    evidence = List.copyOf(evidence);
  }
}
