package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The time zone's name in the text of a date is a constant. */
@AutoService(TriggerKind.class)
public final class ZoneText implements TriggerKind {
  @Override
  public String name() {
    return "zone-text";
  }

  @Override
  public List<Content> wants() {
    return List.of();
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    ZoneFact fact = js.draw().pick(ZoneFact.ALL);
    String test =
        js.draw()
            .pick(
                "String(new Date()).includes(@0)",
                "new Date().toString().indexOf(@0) > 0",
                "new Date().toTimeString().includes(@0)");
    js.function("marked", "", "return @0;", js.code(test, js.quote(fact.text())));
    return new Wired(
        new Condition(
            "timezone",
            Match.DERIVED,
            List.of(fact.text()),
            List.of(fact.zone()),
            List.of("UTC", "America/New_York")));
  }
}
