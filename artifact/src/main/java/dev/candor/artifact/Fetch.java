package dev.candor.artifact;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a reference to files on this machine: what is in a registry is downloaded and verified. */
public final class Fetch {
  private final Surroundings surroundings;
  private final Patience patience;
  private final Disk disk;

  /** With the npm configuration of the user who runs this. */
  public Fetch() {
    this(Surroundings.ofThisProcess(), Patience.STANDARD, Disk.REAL);
  }

  Fetch(Surroundings surroundings, Patience patience, Disk disk) {
    this.surroundings = surroundings;
    this.patience = patience;
    this.disk = disk;
  }

  /**
   * Finds or fetches the package. A version that is in the cache needs no network.
   *
   * @throws InputException if there is no such package or version, the registry does not give it,
   *     its digest is not the promised one, or it cannot be stored
   */
  public Artifact open(PackageReference reference, FetchOptions options) {
    return switch (reference) {
      case LocalPath local -> local(local.path());
      case RegistryPackage wanted -> {
        try (NpmPackages npm = new NpmPackages(surroundings, patience, disk, options)) {
          yield npm.open(wanted);
        }
      }
    };
  }

  private static Artifact local(Path path) {
    Subject subject =
        Files.isDirectory(path)
            ? new Subject(purl(path), Optional.empty())
            : new Subject(purl(path), Optional.of(digest(path)));
    return new Artifact(subject, List.of(new Artifact.Part(subject, path, "")), List.of());
  }

  // The algorithm that such a file's publisher names, so that the two can be compared: npm has
  // sha512 for its tarballs, others sha256.
  private static Digest digest(Path path) {
    String algorithm =
        path.toString().toLowerCase(Locale.ROOT).endsWith(".tgz") ? "sha512" : "sha256";
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

  private static String purl(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    try {
      return new PackageURL(
              "generic", null, name == null ? "root" : name.toString(), null, null, null)
          .canonicalize();
    } catch (MalformedPackageURLException e) {
      throw new InputException(
          Shown.text(path.toString()) + " has no name that can be reported; rename it.", e);
    }
  }
}
