package dev.candor.lab.names;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names that stand for addresses: {@code 1.0.0.127.in-addr.arpa} (RFC 1035, 3.5; RFC 3596, 2.5).
 */
final class Reverse {
  private static final String IPV4 = ".in-addr.arpa";
  private static final String IPV6 = ".ip6.arpa";

  private Reverse() {}

  /** The whole address that a name stands for. */
  static Optional<InetAddress> address(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      if (lower.endsWith(IPV4)) {
        return address(labels(lower, IPV4), 10, 1, 4);
      }
      return lower.endsWith(IPV6) ? address(labels(lower, IPV6), 16, 2, 16) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> labels(String name, String end) {
    return Arrays.asList(name.substring(0, name.length() - end.length()).split("\\.", -1));
  }

  /**
   * @param each labels of a byte, the last one first
   */
  private static Optional<InetAddress> address(
      List<String> labels, int radix, int each, int length) {
    if (labels.size() != length * each || labels.stream().anyMatch(l -> l.startsWith("+"))) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < labels.size(); i++) {
      int value = Integer.parseInt(labels.get(labels.size() - 1 - i), radix);
      if (value < 0 || value >= (each == 1 ? 256 : 16)) {
        return Optional.empty();
      }
      bytes[i / each] = (byte) (each == 1 ? value : bytes[i / each] << 4 | value);
    }
    try {
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // 4 and 16 bytes are addresses
    }
  }
}
