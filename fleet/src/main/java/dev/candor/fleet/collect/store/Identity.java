package dev.candor.fleet.collect.store;

import dev.candor.core.Sha256;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What makes an installation the same in two looks: tool, package, version, means, place, content.
 */
final class Identity {
  private static final int DIGITS = 32;

  private Identity() {}

  /** The installations of an inventory by their identities, each once. */
  static Map<String, Installation> all(Inventory inventory) {
    Map<String, Installation> all = new LinkedHashMap<>();
    for (Installation one : inventory.installations()) {
      all.putIfAbsent(of(one), one);
    }
    return all;
  }

  private static String of(Installation one) {
    String whole =
        String.join(
            "\0",
            one.tool(),
            one.purl(),
            one.version().orElse(""),
            one.means().word(),
            one.sha256().orElse(""),
            one.place());
    return Sha256.hex(whole).substring(0, DIGITS);
  }
}
