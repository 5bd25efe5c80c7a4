package dev.candor.artifact;

import dev.candor.core.InputException;
import java.util.Optional;

/**
 * Single packages of the user's npm registries, for one who puts an installation together. Files
 * come verified and by way of the cache, as with {@link Fetch}.
 */
public final class PackageFiles implements AutoCloseable {
  private final NpmPackages npm;

  /** With the npm configuration of the user who runs this. */
  public PackageFiles(FetchOptions options) {
    this.npm = new NpmPackages(Surroundings.ofThisProcess(), Patience.STANDARD, Disk.REAL, options);
  }

  /**
   * That package alone: an artifact of one part.
   *
   * @throws InputException as {@link Fetch#open}
   */
  public Artifact only(RegistryPackage wanted) {
    return npm.only(wanted);
  }

  /**
   * What the registry says of all versions of a package: JSON in npm's abbreviated form, or the
   * full one where it has no other. Never from the cache.
   *
   * @return empty where there is no such package
   * @throws InputException if the registry does not answer, or the options say offline
   */
  public Optional<byte[]> document(String name) {
    return npm.document(name);
  }

  @Override
  public void close() {
    npm.close();
  }
}
