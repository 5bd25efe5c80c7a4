package dev.candor.fleet.plan;

import dev.candor.policy.Product;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names, versions and places that may become arguments of a command: none looks like an option, and
 * none is anything but what it says.
 */
final class Names {
  private static final Pattern NPM =
      Pattern.compile("(?:@[a-z0-9~][a-z0-9._~-]{0,100}/)?[a-z0-9~][a-z0-9._~-]{0,200}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,200}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+~:!_-]{0,100}");
  private static final Pattern PLACE = Pattern.compile("/[^\\p{Cntrl}]{0,4000}");

  private Names() {}

  /** The name within a package URL of that type, as its manager writes it. */
  static Optional<String> of(String purl, String type) {
    Product product;
    try {
      product = Product.parse(purl).product();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!product.type().equals(type)) {
      return Optional.empty();
    }
    String name = product.text().substring(product.text().indexOf('/') + 1).replace("%40", "@");
    return switch (type) {
      case "npm" -> Optional.of(name).filter(it -> NPM.matcher(it).matches());
      case "deb" ->
          Optional.of(name.substring(name.lastIndexOf('/') + 1))
              .filter(it -> PLAIN.matcher(it).matches());
      case "vscode-extension" -> extension(name);
      default -> Optional.of(name).filter(it -> PLAIN.matcher(it).matches());
    };
  }

  /** As {@code publisher.name}. */
  private static Optional<String> extension(String name) {
    String[] parts = name.split("/", -1);
    return parts.length == 2
            && PLAIN.matcher(parts[0]).matches()
            && PLAIN.matcher(parts[1]).matches()
        ? Optional.of(parts[0] + "." + parts[1])
        : Optional.empty();
  }

  static Optional<String> version(Optional<String> version) {
    return version.filter(it -> VERSION.matcher(it).matches());
  }

  /** A place below a root; empty where it would leave it. */
  static Optional<Path> place(Path root, String place) {
    if (!PLACE.matcher(place).matches()) {
      return Optional.empty();
    }
    Path below = Path.of(place);
    return below.normalize().equals(below)
        ? Optional.of(root.resolve(place.substring(1)))
        : Optional.empty();
  }
}
