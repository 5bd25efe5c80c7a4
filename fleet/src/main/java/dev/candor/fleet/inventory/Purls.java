package dev.candor.fleet.inventory;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import com.github.packageurl.PackageURLBuilder;
import java.util.Optional;

/**
 * Package URLs of what is found.
 *
 * @see <a href="https://github.com/package-url/purl-spec">purl specification</a>
 */
public final class Purls {
  private Purls() {}

  /**
   * That of a package.
   *
   * @param name with its namespace before the last slash, as {@code @scope/name}
   * @throws IllegalArgumentException if the type does not allow the name
   */
  public static String of(String type, String name, Optional<String> version) {
    int slash = name.lastIndexOf('/');
    PackageURLBuilder purl =
        PackageURLBuilder.aPackageURL().withType(type).withName(name.substring(slash + 1));
    if (slash > 0) {
      purl.withNamespace(name.substring(0, slash));
    }
    version.ifPresent(purl::withVersion);
    try {
      return purl.build().canonicalize();
    } catch (MalformedPackageURLException e) {
      throw new IllegalArgumentException(name + " is no name of a package of " + type, e);
    }
  }

  /** The same with a version, where there is one. */
  public static String with(String purl, Optional<String> version) {
    try {
      PackageURL one = new PackageURL(purl);
      String namespace = one.getNamespace();
      return of(
          one.getType(),
          namespace == null ? one.getName() : namespace + "/" + one.getName(),
          version);
    } catch (MalformedPackageURLException e) {
      throw new IllegalArgumentException(purl + " is no package URL", e);
    }
  }
}
