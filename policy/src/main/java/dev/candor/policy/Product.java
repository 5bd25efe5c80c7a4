package dev.candor.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A package URL without a version, in the form in which two of the same package are equal.
 *
 * @param text as {@code pkg:npm/%40scope/name}
 * @see <a href="https://github.com/package-url/purl-spec">the specification</a>
 */
public record Product(String text) {
  /** Characters of one. */
  public static final int LONGEST = 600;

  static final String SCHEME = "pkg:";
  private static final Pattern FORM = Pattern.compile("pkg:[a-z][a-z0-9.+-]{0,31}/[!-~]{1,560}");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[_.-]+");

  /** A product, and the version that stood behind it. */
  public record Versioned(Product product, Optional<String> version) {}

  /**
   * @param purl with or without a version; qualifiers and subpath have no part in it
   * @throws IllegalArgumentException if it is none
   */
  public static Versioned parse(String purl) {
    int end = purl.length();
    for (char stop : new char[] {'#', '?'}) {
      int at = purl.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    String bare = purl.substring(0, end);
    // A scope begins with the same sign as a version.
    int name = Math.max(bare.indexOf('/'), bare.lastIndexOf('/'));
    int at = bare.indexOf('@', name + 2);
    Optional<String> version =
        at < 0 ? Optional.empty() : Optional.of(decoded(bare.substring(at + 1)));
    return new Versioned(of(at < 0 ? bare : bare.substring(0, at)), version);
  }

  /**
   * @param purl without a version; a scope may be written as people do, {@code @scope}
   * @throws IllegalArgumentException if it is none
   */
  static Product of(String purl) {
    int type = purl.indexOf('/');
    if (type < 0 || !purl.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new IllegalArgumentException("is no package URL as pkg:npm/name");
    }
    String kind = purl.substring(0, type).toLowerCase(Locale.ROOT);
    String rest = purl.substring(type + 1).replace("@", "%40");
    String text =
        kind
            + "/"
            + switch (kind.substring(SCHEME.length())) {
              case "pypi" -> NOT_IN_NAMES.matcher(rest).replaceAll("-").toLowerCase(Locale.ROOT);
              case "npm", "deb" -> rest.toLowerCase(Locale.ROOT);
              default -> rest;
            };
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("is no package URL as pkg:npm/name");
    }
    return new Product(text);
  }

  /** As {@code npm}. */
  public String type() {
    return text.substring(SCHEME.length(), text.indexOf('/'));
  }

  private static String decoded(String version) {
    if (version.indexOf('%') < 0) {
      return version;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      int high = i + 2 < version.length() ? Character.digit(version.charAt(i + 1), 16) : -1;
      int low = i + 2 < version.length() ? Character.digit(version.charAt(i + 2), 16) : -1;
      if (c == '%' && high >= 0 && low >= 0) {
        out.append((char) (high * 16 + low));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
