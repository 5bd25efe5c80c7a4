package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The host of the endpoint is in a list or below one of its domains. */
@AutoService(TriggerKind.class)
public final class EndpointSuffix implements TriggerKind {
  @Override
  public String name() {
    return "endpoint-suffix";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.DOMAINS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String test = Comparison.suffix(js, lists.getFirst(), Readings.endpoint(js));
    js.function("marked", "", "return @0;", test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition(
            "endpoint",
            Match.SUFFIX,
            values,
            Levels.some(values, value -> value.length() % 2 == 0 ? "gw." + value : value),
            Levels.PLAIN_HOSTS));
  }
}
