package dev.candor.lab.names;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names an ordinary machine finds on the internet. Names of private networks, which only a
 * company's or a cloud's own resolver knows, are not among them.
 */
final class PublicNames {
  /** What a resolver says about a name. */
  enum Standing {
    HOST,
    WITHOUT_ADDRESS,
    UNKNOWN
  }

  /**
   * Never in the public tree, whatever a list of suffixes says: IANA's special-use names (RFC 6761,
   * 6762, 7686, 8375, 9476), those of RFC 6762, appendix G, and those that ICANN keeps back.
   */
  private static final Set<String> PRIVATE =
      Set.of(
          "alt",
          "arpa",
          "corp",
          "example",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "mail",
          "onion",
          "private",
          "test");

  /** Asked for below each domain of a search list; next to no domain has them. */
  private static final Set<String> SOUGHT = Set.of("wpad", "isatap");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?");

  private PublicNames() {}

  /**
   * @param name in lower case, without a dot at its end
   */
  static Standing of(String name) {
    List<String> labels = Arrays.asList(name.split("\\.", -1));
    String top = labels.getLast();
    if (name.isEmpty()) {
      return Standing.WITHOUT_ADDRESS; // the root
    }
    if (PRIVATE.contains(top)
        || !TopLevels.contains(top)
        || SOUGHT.contains(labels.getFirst())
        || !labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
      return Standing.UNKNOWN;
    }
    // RFC 8552: what begins with an underscore is a service or a setting, no host.
    return labels.size() == 1 || labels.stream().anyMatch(label -> label.startsWith("_"))
        ? Standing.WITHOUT_ADDRESS
        : Standing.HOST;
  }
}
