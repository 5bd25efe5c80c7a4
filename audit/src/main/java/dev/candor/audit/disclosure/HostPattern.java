package dev.candor.audit.disclosure;

import dev.candor.audit.observed.Observed;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * To whom a statement says that something goes.
 *
 * @param text a host, {@code *.example.com} for any name below, {@code the endpoint}, {@code the
 *     name server}, or {@code *}
 */
record HostPattern(String text) {
  static final String ALL = "*";
  private static final String NAME_SERVER = "the name server";
  private static final Pattern HOST = Pattern.compile("[0-9A-Za-z._:\\[\\]-]{1,253}");

  /** Any name below one that somebody owns; {@code *.com} would be nobody's. */
  private static final Pattern BELOW = Pattern.compile("\\*(\\.[0-9A-Za-z_-]{1,63}){2,}");

  /**
   * @throws IllegalArgumentException if it is none of these
   */
  HostPattern {
    boolean known =
        text.equals(ALL)
            || text.equals(Observed.ENDPOINT)
            || text.equals(NAME_SERVER)
            || HOST.matcher(text).matches()
            || BELOW.matcher(text).matches() && text.length() <= 253;
    if (!known) {
      throw new IllegalArgumentException(
          "a destination is a host, *.example.com, the endpoint, the name server or *");
    }
  }

  /**
   * @param destination as receipts name it
   */
  boolean matches(String destination) {
    String host = destination.toLowerCase(Locale.ROOT);
    String asked = text.toLowerCase(Locale.ROOT);
    return asked.equals(ALL)
        || host.equals(asked)
        || asked.startsWith("*.")
            && host.length() > asked.length() - 1
            && host.endsWith(asked.substring(1));
  }
}
