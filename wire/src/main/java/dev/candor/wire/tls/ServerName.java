package dev.candor.wire.tls;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * What a client calls its server: a DNS name, or an address by number.
 *
 * @param text in lower case, without a final dot; an address as Java writes it
 */
record ServerName(String text, boolean isAddress) {
  private static final int LONGEST = 253;
  private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
  private static final Pattern QUAD = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /**
   * Empty where no certificate can name it: control characters, empty labels, labels of more than
   * 63 characters, more than 253 in all (RFC 1035, 2.3.4), a wildcard, an address with a zone.
   *
   * @param name as in SNI or a URL; an IPv6 address with or without brackets
   */
  static Optional<ServerName> of(String name) {
    if (name.isEmpty() || name.length() > LONGEST + 1) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains(":") || QUAD.matcher(lower).matches()) {
      return address(lower);
    }
    String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return plain.length() <= LONGEST && LABELS.matcher(plain).matches()
        ? Optional.of(new ServerName(plain, false))
        : Optional.empty();
  }

  private static Optional<ServerName> address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String plain = bracketed ? text.substring(1, text.length() - 1) : text;
    if (plain.contains("%")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ServerName(InetAddress.ofLiteral(plain).getHostAddress(), true));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  GeneralName asAlternativeName() {
    return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, text);
  }
}
