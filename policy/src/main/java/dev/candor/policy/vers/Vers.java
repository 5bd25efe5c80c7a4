package dev.candor.policy.vers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions in the notation of VERS, as {@code vers:npm/>=1.0.0|<2.0.0}.
 *
 * <p>It is read as the specification wants it: versions in their order, each once, bounds that take
 * turns. Two things are taken beyond it: a {@code =} before a single version, as earlier editions
 * had it, and a range of nothing but {@code !=}, which holds all others.
 *
 * @see <a href="https://github.com/package-url/vers-spec">the specification, clause 5</a>
 */
public final class Vers {
  /** Characters of a range. */
  public static final int LONGEST = 20_000;

  private static final Pattern FORM = Pattern.compile("vers:([a-z][a-z0-9.-]{0,31})/(.*)");
  private static final String INVALID = "invalid";

  private final String type;
  private final Bounds<?> bounds;

  private Vers(String type, Bounds<?> bounds) {
    this.type = type;
    this.bounds = bounds;
  }

  /**
   * @param text as {@code vers:npm/>=1.0.0|<2.0.0}
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Vers parse(String text) {
    bound(text);
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("is no range as vers:npm/>=1.0.0|<2.0.0");
    }
    return of(form.group(1), form.group(2));
  }

  /**
   * The same where the type may be left out, as {@code >=1.0.0|<2.0.0}.
   *
   * @param type of a range that names none
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Vers parse(String type, String text) {
    bound(text);
    return text.startsWith("vers:") ? parse(text) : of(type, text);
  }

  private static void bound(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "holds a space or a character outside ASCII, which a range has not");
    }
  }

  private static Vers of(String type, String constraints) {
    if (type.equals(INVALID)) {
      throw new IllegalArgumentException("is of the type \"invalid\", which no range is of");
    }
    return new Vers(type, Bounds.parse(VersionOrders.of(type), constraints));
  }

  /** The type by whose order it goes, as {@code npm}. */
  public String type() {
    return type;
  }

  /** Whether a version is in it. The range of all versions holds unreadable ones, too. */
  public Containment contains(String version) {
    return bounds.contains(version);
  }

  /** Its canonical form. */
  @Override
  public String toString() {
    return "vers:" + type + "/" + bounds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vers vers && toString().equals(vers.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
