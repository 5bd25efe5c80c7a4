package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The time zone's distance from UTC is a constant. */
@AutoService(TriggerKind.class)
public final class ZoneOffset implements TriggerKind {
  @Override
  public String name() {
    return "zone-offset";
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
                "new Date().getTimezoneOffset() === @0",
                "new Date(Date.now()).getTimezoneOffset() / 60 === @0 / 60",
                "@0 === new Date().getTimezoneOffset()");
    js.function("marked", "", "return @0;", js.code(test, fact.offset()));
    return new Wired(
        new Condition(
            "timezone",
            Match.DERIVED,
            List.of(Integer.toString(fact.offset())),
            List.of(fact.zone()),
            List.of("UTC", "America/New_York")));
  }
}
