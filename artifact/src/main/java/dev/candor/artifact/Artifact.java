package dev.candor.artifact;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A package that lies on this machine, ready to be read.
 *
 * @param parts what is read: the package that was asked for, then its platform's packages
 * @param notes what a reader of the result should know: deprecation, variants left aside, …
 */
public record Artifact(List<Part> parts, List<String> notes) {
  public Artifact {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** The package that was asked for. */
  public Subject subject() {
    return parts.getFirst().subject;
  }

  /**
   * One file or folder of an artifact.
   *
   * @param prefix put before the paths of its entries; empty if there is one part only, else the
   *     package's name and a slash
   */
  public record Part(Subject subject, Path path, String prefix) {
    /**
     * What its file hashes to, whatever anybody says that it should.
     *
     * @param algorithm as in {@link Digest}
     * @return empty for a folder, or for an algorithm that is not known here
     * @throws InputException if it cannot be read
     */
    public Optional<Digest> digest(String algorithm) {
      return Files.isDirectory(path) || !Integrity.isKnown(algorithm)
          ? Optional.empty()
          : Optional.of(digest(path, algorithm));
    }

    Part identified() {
      return subject.digest().isPresent() || Files.isDirectory(path)
          ? this
          : new Part(new Subject(subject.purl(), Optional.of(digest(path))), path, prefix);
    }

    // The algorithm that such a file's publisher names, so that the two can be compared: npm has
    // sha512 for its tarballs, others sha256.
    private static Digest digest(Path path) {
      String algorithm =
          path.toString().toLowerCase(Locale.ROOT).endsWith(".tgz") ? "sha512" : "sha256";
      return digest(path, algorithm);
    }

    private static Digest digest(Path path, String algorithm) {
      try {
        return new Digest(algorithm, Hashes.of(path, algorithm));
      } catch (IOException e) {
        throw new InputException(
            path
                + " cannot be read ("
                + Shown.text(String.valueOf(e.getMessage()))
                + "); check its permissions.",
            e);
      }
    }
  }

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

  /**
   * The same with the digests of files that nobody gave one for; reads those files.
   *
   * @throws InputException if one cannot be read
   */
  public Artifact identified() {
    return new Artifact(parts.stream().map(Part::identified).toList(), notes);
  }
}
