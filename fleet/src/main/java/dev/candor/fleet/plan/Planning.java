package dev.candor.fleet.plan;

import dev.candor.audit.Engine;
import dev.candor.fleet.check.Checked;
import dev.candor.fleet.check.PolicyCheck;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.policy.Action;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a plan of what a check has found. */
public final class Planning {
  private Planning() {}

  /**
   * The commands for all that is denied on a machine.
   *
   * @param check of that inventory
   * @param root below which the places of the inventory are
   * @param quarantine folder into which executables are moved
   */
  public static Plan of(
      PolicyCheck check,
      Inventory inventory,
      Path root,
      Path quarantine,
      Catalogue catalogue,
      Engine engine,
      Instant now) {
    Removal removal = new Removal(root, quarantine);
    Replacing replacing = new Replacing(root, catalogue);
    List<Step> removals = new ArrayList<>();
    Map<List<String>, Step> installs = new LinkedHashMap<>();
    List<String> byHand = new ArrayList<>();
    for (Checked one : check.told()) {
      if (one.decision().action() != Action.DENY) {
        continue;
      }
      Optional<Step> step = removal.of(one.installation());
      if (step.isEmpty()) {
        byHand.add(
            "%s %s in %s (%s): no command is known that removes it there; remove it by hand."
                .formatted(
                    one.installation().tool(),
                    one.installation().version().orElse("of an unknown version"),
                    one.installation().place(),
                    one.installation().means().word()));
        continue;
      }
      removals.add(step.get());
      one.decision()
          .replacement()
          .ifPresent(wanted ->
              replacing
                  .of(wanted, one.installation(), step.get())
                  .ifPresentOrElse(
                      it -> installs.putIfAbsent(it.command(), it),
                      () ->
                          byHand.add(
                              "%s is named instead: no command is known that installs it there."
                                  .formatted(wanted))));
    }
    List<Step> steps = new ArrayList<>(removals);
    steps.addAll(installs.values());
    return new Plan(
        check.policy().file(),
        inventory.machine(),
        root.toString(),
        steps,
        byHand.stream().distinct().toList(),
        engine,
        now);
  }
}
