package dev.candor.fleet.check;

import dev.candor.core.Digest;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.Setting;
import dev.candor.policy.Facts;
import dev.candor.policy.Product;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** What policies ask of an installation. */
public final class Installed {
  /** Of an installation that no setting points anywhere: rules for hosts do not match it. */
  private static final String NO_HOST = "";

  private Installed() {}

  /** One for each host that a setting of the tool points it at, at least one. */
  public static List<Facts> facts(Inventory inventory, Installation installation) {
    List<String> hosts =
        inventory.settings().stream()
            .filter(one -> one.purpose() == Setting.Purpose.ENDPOINT)
            .filter(one -> one.tool().equals(installation.tool()))
            .map(one -> host(one.value()))
            .distinct()
            .toList();
    return hosts.isEmpty()
        ? List.of(facts(inventory, installation, NO_HOST))
        : hosts.stream().map(host -> facts(inventory, installation, host)).toList();
  }

  private static Facts facts(Inventory inventory, Installation installation, String host) {
    Product.Versioned product = product(installation);
    return new Facts(
        product.product(),
        Optional.of(installation.tool()),
        installation.version().or(product::version),
        Optional.of(inventory.machine()),
        Optional.of(installation.place()),
        Optional.of(host),
        Optional.of(installation.means().word()),
        installation.sha256().map(hex -> new Digest("sha256", hex)));
  }

  /** Somebody may have written anything into an inventory. */
  private static Product.Versioned product(Installation installation) {
    try {
      return Product.parse(installation.purl());
    } catch (IllegalArgumentException e) {
      return new Product.Versioned(new Product("pkg:generic/unreadable"), Optional.empty());
    }
  }

  private static String host(String value) {
    try {
      URI address = new URI(value);
      return address.getHost() == null ? value : address.getHost();
    } catch (URISyntaxException e) {
      return value;
    }
  }
}
