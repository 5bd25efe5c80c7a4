package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.collect.store.Answers.Installed;
import dev.candor.fleet.collect.store.Answers.MachineSeen;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.collect.store.ViolationAnswers.Violation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.RunningTool;
import dev.candor.fleet.inventory.Setting;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * One machine.
 *
 * @param settings of its newest inventory, as the processes and what was not seen
 */
record MachineView(
    MachineSeen machine,
    List<Violation> violations,
    List<Installed> present,
    List<Installed> past,
    List<Setting> settings,
    List<RunningTool> processes,
    List<String> notSeen) {
  static final String ID = "id";

  private static final int MOST = 200;

  private record Known(MachineSeen machine, List<Violation> violations, List<Installed> periods) {}

  static Optional<MachineView> of(Store store, Query query) {
    return query
        .number(ID)
        .flatMap(id -> store.ask(answers -> known(answers, id)))
        .map(known -> of(known, store.newest(known.machine().id())));
  }

  private static Optional<Known> known(Answers answers, long id) throws SQLException {
    Optional<MachineSeen> machine = answers.machine(id);
    return machine.isEmpty()
        ? Optional.empty()
        : Optional.of(new Known(machine.get(), answers.violations().of(id), answers.periods(id)));
  }

  private static MachineView of(Known known, Optional<Inventory> newest) {
    return new MachineView(
        known.machine(),
        known.violations(),
        known.periods().stream().filter(one -> !one.gone()).toList(),
        known.periods().stream().filter(Installed::gone).toList(),
        newest.map(Inventory::settings).orElse(List.of()).stream().limit(MOST).toList(),
        newest.map(Inventory::processes).orElse(List.of()).stream().limit(MOST).toList(),
        newest.map(Inventory::notSeen).orElse(List.of()).stream().limit(MOST).toList());
  }
}
