package dev.candor.audit.disclosure;

import dev.candor.artifact.VersionRange;
import dev.candor.core.Digest;
import dev.candor.core.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What a vendor declares that versions of a package send.
 *
 * @param purl the package URL without a version
 * @param versions of which it speaks
 * @param vendor who declares it, in the file's words
 * @param statements in the order of the file
 * @param digest of the file
 */
public record Disclosure(
    String purl,
    VersionRange versions,
    Optional<String> vendor,
    List<Statement> statements,
    Digest digest) {
  private static final String LOCAL = "pkg:generic/";

  public Disclosure {
    statements = List.copyOf(statements);
  }

  /** Why it does not speak of that package; empty where it does, or where nobody can tell. */
  public Optional<String> mismatch(Subject subject) {
    String whole = subject.purl().replaceFirst("[?#].*", "");
    if (whole.startsWith(LOCAL)) {
      return Optional.empty();
    }
    int at = whole.lastIndexOf('@');
    boolean versioned = at > whole.lastIndexOf('/');
    String name = versioned ? whole.substring(0, at) : whole;
    if (!name.equals(purl)) {
      return Optional.of("it speaks of " + purl + ", and this is " + name);
    }
    String version = versioned ? whole.substring(at + 1).replace("%2B", "+") : "";
    return versions.contains(version)
        ? Optional.empty()
        : Optional.of("it speaks of %s, and this is version %s".formatted(versions, version));
  }

  /** Whether what was looked at has no name that could be compared. */
  static boolean isUnnamed(Subject subject) {
    return subject.purl().startsWith(LOCAL);
  }
}
