package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The host of the proxy contains a word of a list. */
@AutoService(TriggerKind.class)
public final class ProxyHost implements TriggerKind {
  @Override
  public String name() {
    return "proxy";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.KEYWORDS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String test = Comparison.substring(js, lists.getFirst(), Readings.proxy(js));
    js.function("marked", "", "return @0;", test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition(
            "proxy",
            Match.SUBSTRING,
            values,
            Levels.some(values, value -> "http://proxy." + value + ".test:3128"),
            List.of("", "http://proxy.example.test:3128")));
  }
}
