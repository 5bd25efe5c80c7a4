package dev.candor.artifact;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.candor.core.InputException;
import dev.candor.core.SemanticVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A package in an npm registry.
 *
 * @param name with its scope: {@code @scope/name}
 * @param version an exact version, or a dist-tag such as {@code latest}
 */
public record RegistryPackage(String name, String version) implements PackageReference {
  // The names npm accepts today and, for old packages, upper case; never "." or "_" first, so that
  // no name is a path of its own.
  private static final Pattern NAME =
      Pattern.compile("(@[a-zA-Z0-9~-][a-zA-Z0-9~._-]*/)?[a-zA-Z0-9~-][a-zA-Z0-9~._-]*");
  private static final Pattern TAG = Pattern.compile("[a-zA-Z][a-zA-Z0-9._-]*");
  private static final int NAME_LENGTH = 214;

  /**
   * @throws InputException if the name is not one that npm allows, or the version is a range
   */
  public RegistryPackage {
    if (!isName(name)) {
      throw new InputException(
          (name.isEmpty() ? "An empty name" : Shown.text(name))
              + " is not an npm package name. Write npm:name or npm:@scope/name.");
    }
    if (SemanticVersion.parse(version).isEmpty()
        && (version.length() > NAME_LENGTH || !TAG.matcher(version).matches())) {
      throw new InputException(
          Shown.text(version)
              + " is neither an exact version nor a dist-tag of "
              + name
              + ". Ranges are not resolved; write npm:"
              + name
              + "@1.2.3 or npm:"
              + name
              + "@latest.");
    }
  }

  static RegistryPackage of(String name, Optional<String> version, String text) {
    if (version.filter(String::isEmpty).isPresent()) {
      throw new InputException(
          Shown.text(text) + " ends where its version should stand; name one, or leave out the @.");
    }
    return new RegistryPackage(name, version.orElse("latest"));
  }

  static boolean isName(String text) {
    return text.length() <= NAME_LENGTH && NAME.matcher(text).matches();
  }

  /** Whether the version is exact, so that what it names can never change. */
  public boolean exact() {
    return SemanticVersion.parse(version).isPresent();
  }

  /** The package URL in its canonical form. */
  public String purl() {
    int slash = name.indexOf('/');
    try {
      String scope = slash < 0 ? "" : name.substring(0, slash);
      return new PackageURL("npm", scope, name.substring(slash + 1), version, null, null)
          .canonicalize();
    } catch (MalformedPackageURLException e) {
      throw new IllegalStateException(this + " was checked and is still no package URL", e);
    }
  }

  @Override
  public String toString() {
    return name + "@" + version;
  }
}
