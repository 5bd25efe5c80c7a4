package dev.candor.fleet.collect.store;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import java.time.Instant;
import java.util.Optional;

/** Says whether an installation is against a policy. */
public interface Judge {
  /** Of a service without a policy. */
  Judge NONE = (_, _, _) -> Optional.empty();

  /**
   * @param inventory the newest of its machine
   * @param installation one of it
   * @param now at which the policy is asked
   * @return empty where the policy has nothing against it at that time
   */
  Optional<Judgement> of(Inventory inventory, Installation installation, Instant now);
}
