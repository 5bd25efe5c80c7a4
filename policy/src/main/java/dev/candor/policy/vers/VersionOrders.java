package dev.candor.policy.vers;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The orders that there are. */
final class VersionOrders {
  private static final VersionOrder<?> OTHERS = new LooseOrder();
  private static final Map<String, VersionOrder<?>> BY_TYPE = byType();

  private VersionOrders() {}

  /** The order of a type; where nobody knows it, the one for whatever people write. */
  static VersionOrder<?> of(String type) {
    return BY_TYPE.getOrDefault(type, OTHERS);
  }

  private static Map<String, VersionOrder<?>> byType() {
    Map<String, VersionOrder<?>> all = new HashMap<>();
    for (VersionOrder<?> order :
        ServiceLoader.load(VersionOrder.class, VersionOrder.class.getClassLoader())) {
      order.types().forEach(type -> all.put(type, order));
    }
    return all;
  }
}
