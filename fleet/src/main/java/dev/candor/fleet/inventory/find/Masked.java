package dev.candor.fleet.inventory.find;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of settings without what opens doors. */
final class Masked {
  private static final String MASK = "***";
  private static final int LONGEST = 500;

  /** User and password of an address (RFC 3986, 3.2.1), also where the scheme is left out. */
  private static final Pattern USER = Pattern.compile("(?<=^|//)[^/?#\\s]*@");

  /** The values of a query, and what is behind a fragment's sign. */
  private static final Pattern QUERY = Pattern.compile("(?<=[?&;#])([^=&;#]*=)?[^&;#]+");

  /** Scheme and host, of which names may be long and numbered. */
  private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

  /** Keys have letters and digits mixed, and are longer than words are. */
  private static final Pattern KEY =
      Pattern.compile("(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9_+=-]{20,}");

  /** What vendors begin their keys with. */
  private static final Pattern PREFIXED =
      Pattern.compile("\\b(sk|pk|key|ghp|gho|glpat|xox[a-z]|AIza|AKIA)[-_A-Za-z0-9]{8,}");

  private Masked() {}

  static String of(String value) {
    String bounded = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    String shown = USER.matcher(bounded).replaceAll(MASK + "@");
    Matcher authority = AUTHORITY.matcher(shown);
    int rest = authority.find() ? authority.end() : 0;
    String behind = QUERY.matcher(shown.substring(rest)).replaceAll(MASK);
    behind = PREFIXED.matcher(behind).replaceAll(MASK);
    return shown.substring(0, rest) + KEY.matcher(behind).replaceAll(MASK);
  }
}
