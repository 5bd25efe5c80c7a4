package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The host of the endpoint contains a word of a list. */
@AutoService(TriggerKind.class)
public final class EndpointSubstring implements TriggerKind {
  @Override
  public String name() {
    return "endpoint-substring";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.KEYWORDS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String test = Comparison.substring(js, lists.getFirst(), Readings.endpoint(js));
    js.function("marked", "", "return @0;", test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition(
            "endpoint",
            Match.SUBSTRING,
            values,
            Levels.some(values, value -> "api." + value + "-relay.test"),
            Levels.PLAIN_HOSTS));
  }
}
