package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The host of the endpoint is in a list, and no other variable closes the gate. */
@AutoService(TriggerKind.class)
public final class GatedEndpoint implements TriggerKind {
  @Override
  public String name() {
    return "gated-endpoint";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.DOMAINS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String gate = js.draw().pick("AGENT_CLOUD_BACKEND", "AGENT_PLAIN_MODE", "TOOL_NO_EXTRAS");
    String test = Comparison.suffix(js, lists.getFirst(), Readings.endpoint(js));
    js.function("marked", "", "if (@0) return false;\nreturn @1;", js.env(gate), test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition("endpoint", Match.SUFFIX, values, Levels.some(values), Levels.PLAIN_HOSTS),
        new Condition("gate", Match.UNSET, List.of(gate), List.of(""), List.of(gate + "=1")));
  }
}
