package dev.candor.artifact;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the user calls a package: something in a registry or something on this machine. */
public sealed interface PackageReference permits RegistryPackage, LocalPath {

  /**
   * Reads a package URL ({@code pkg:npm/%40scope/name@1.2.3}), its short form ({@code
   * npm:@scope/name@1.2.3}) or the path of an existing file or folder. Without a version, or with a
   * word in its place, the registry's dist-tag is meant ({@code latest} without).
   *
   * @throws InputException if it is none of these
   * @see <a href="https://github.com/package-url/purl-spec">purl specification</a>
   */
  static PackageReference parse(String text) {
    int colon = text.indexOf(':');
    String type = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (type.equals("pkg")) {
      return ofPurl(type + text.substring(colon));
    }
    if (type.equals("npm")) {
      return ofShortForm(text.substring(colon + 1), text);
    }
    return ofPath(text);
  }

  private static PackageReference ofPurl(String text) {
    PackageURL purl;
    try {
      purl = new PackageURL(text);
    } catch (MalformedPackageURLException e) {
      throw new InputException(
          Shown.text(text)
              + " is not a package URL: "
              + Shown.text(String.valueOf(e.getMessage()))
              + ". Write pkg:npm/%40scope/name@1.2.3 or npm:@scope/name@1.2.3.",
          e);
    }
    if (!purl.getType().equals("npm")) {
      throw npmOnly(purl.getType(), text);
    }
    boolean extended =
        purl.getSubpath() != null
            || (purl.getQualifiers() != null && !purl.getQualifiers().isEmpty());
    if (extended) {
      throw new InputException(
          Shown.text(text)
              + " has qualifiers or a subpath, which are not understood here."
              + " Leave them out; another registry is named with --registry.");
    }
    String name =
        Optional.ofNullable(purl.getNamespace()).map(scope -> scope + "/").orElse("")
            + purl.getName();
    return RegistryPackage.of(name, Optional.ofNullable(purl.getVersion()), text);
  }

  private static PackageReference ofShortForm(String rest, String text) {
    int at = rest.indexOf('@', 1);
    return at < 0
        ? RegistryPackage.of(rest, Optional.empty(), text)
        : RegistryPackage.of(rest.substring(0, at), Optional.of(rest.substring(at + 1)), text);
  }

  private static PackageReference ofPath(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException(Shown.text(text) + " is neither a package nor a path.", e);
    }
    if (text.isEmpty() || !Files.exists(path)) {
      // Two letters at least before the colon: one is a drive.
      if (text.matches("[a-zA-Z][a-zA-Z0-9.+-]+:.*")) {
        throw npmOnly(text.substring(0, text.indexOf(':')), text);
      }
      boolean looksLikeName = text.matches("(@[^/@]+/)?[^/@\\\\]+(@[^/@]+)?");
      throw new InputException(
          "There is no file or folder "
              + Shown.text(text)
              + "."
              + (looksLikeName
                  ? " For the package in the registry write npm:" + Shown.text(text) + "."
                  : ""));
    }
    if (!Files.isReadable(path)) {
      throw new InputException(
          Shown.text(text) + " cannot be read by this user; check its permissions.");
    }
    if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
      throw new InputException(
          Shown.text(text) + " is neither a file nor a folder; save its content to a file first.");
    }
    return new LocalPath(path);
  }

  private static InputException npmOnly(String type, String text) {
    return new InputException(
        Shown.text(text)
            + ": packages of type "
            + Shown.text(type)
            + " are not fetched, npm only so far. Download the file yourself (wheel, VSIX, jar, …)"
            + " and give its path.");
  }
}
