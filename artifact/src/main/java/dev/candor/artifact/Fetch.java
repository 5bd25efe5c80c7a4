package dev.candor.artifact;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
   * Finds or fetches the package. A version that is in the cache needs no network. What lies on
   * this machine is not read yet: {@link Artifact#identified} tells its digest.
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

  /**
   * The versions of a package, as its registry says; by the cache where that is young enough.
   *
   * @param age so old may be what is in the cache; with {@code offline} any age will do
   * @throws InputException if there is no such package, or no answer
   */
  public PublishedVersions versions(String name, Duration age, Clock clock, FetchOptions options) {
    try (NpmPackages npm = new NpmPackages(surroundings, patience, disk, options)) {
      return npm.versions(name, age, clock.instant());
    }
  }

  private static Artifact local(Path path) {
    Subject subject = new Subject(purl(path), Optional.empty());
    return new Artifact(List.of(new Artifact.Part(subject, path, "")), List.of());
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
