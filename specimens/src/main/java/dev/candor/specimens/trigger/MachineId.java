package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The id of the machine is a constant, or begins with one. */
@AutoService(TriggerKind.class)
public final class MachineId implements TriggerKind {
  @Override
  public String name() {
    return "machine-id";
  }

  @Override
  public List<Content> wants() {
    return List.of();
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String id = js.draw().text(32, "0123456789abcdef");
    boolean whole = js.draw().chance(50);
    String value = whole ? id : id.substring(0, 6);
    String test = whole ? "@0 === @1" : "@0.startsWith(@1)";
    js.function("marked", "", "return @0;", js.code(test, Readings.machineId(js), js.quote(value)));
    return new Wired(
        new Condition(
            "machine-id",
            whole ? Match.EQUAL : Match.PREFIX,
            List.of(value),
            List.of(id),
            List.of("0f" + id.substring(2, 31) + "-")));
  }
}
