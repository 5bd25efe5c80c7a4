package dev.candor.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a rule says of products: a package URL without a version or the catalogue's name of a tool;
 * a {@code *} at the end stands for whatever follows.
 *
 * @param text in canonical form, without the star
 * @param open whether a star stood behind it
 */
record ProductPattern(String text, boolean open) {
  /** The type of versions of a tool that comes by many ways. */
  private static final String ANY_TYPE = "semver";

  private static final Pattern TOOL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /**
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static ProductPattern parse(String written) {
    boolean open = written.endsWith("*");
    String text = open ? written.substring(0, written.length() - 1) : written;
    if (text.indexOf('*') >= 0) {
      throw new IllegalArgumentException("has a * that is not at its end");
    }
    if (text.isEmpty() && open) {
      return new ProductPattern("", true);
    }
    if (text.startsWith(Product.SCHEME)) {
      String whole = open && text.endsWith("/") ? text + "x" : text;
      if (Product.parse(whole).version().isPresent() || text.indexOf('?') >= 0) {
        throw new IllegalArgumentException(
            "is a package URL without version and qualifiers; what versions are meant stands in"
                + " \"versions\"");
      }
      return new ProductPattern(open && text.endsWith("/") ? text : Product.of(text).text(), open);
    }
    if (!TOOL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "is a package URL as pkg:npm/name, or a tool's name as claude-code");
    }
    return new ProductPattern(text, open);
  }

  /** The type that a range of versions has if it names none. */
  String type() {
    return isPackage() ? text.substring(Product.SCHEME.length(), text.indexOf('/')) : ANY_TYPE;
  }

  /** Whether it is meant; unknown where it names a tool and nobody knows which one this is. */
  Truth matches(Facts facts) {
    if (text.isEmpty()) {
      return Truth.YES;
    }
    Optional<String> name = isPackage() ? Optional.of(facts.product().text()) : facts.tool();
    return name.map(it -> Truth.of(open ? it.startsWith(text) : it.equals(text)))
        .orElse(Truth.UNKNOWN);
  }

  private boolean isPackage() {
    return text.startsWith(Product.SCHEME);
  }

  @Override
  public String toString() {
    return open ? text + "*" : text;
  }
}
