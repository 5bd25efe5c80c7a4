package dev.candor.fleet.collect.store;

import dev.candor.fleet.inventory.Installation;
import java.time.Instant;
import java.util.Optional;

/** Says whether an installation is against a policy. */
public interface Judge {
  /** Of a service without a policy. */
  Judge NONE = (_, _, _) -> Optional.empty();

  /**
   * @param machine its name
   * @param now at which the policy is asked
   * @return empty where the policy has nothing against it at that time
   */
  Optional<Judgement> of(String machine, Installation installation, Instant now);
}
