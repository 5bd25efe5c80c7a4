package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The time zone is in one list and the host of the endpoint in another. */
@AutoService(TriggerKind.class)
public final class ZoneAndEndpoint implements TriggerKind {
  @Override
  public String name() {
    return "zone-and-endpoint";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.ZONES, Content.DOMAINS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String zone = Comparison.equal(js, lists.get(0), Readings.zone(js));
    String endpoint = Comparison.suffix(js, lists.get(1), Readings.endpoint(js));
    js.function("marked", "", "return (@0) && (@1);", zone, endpoint);
    List<String> zones = tables.get(0);
    List<String> domains = tables.get(1);
    return new Wired(
        new Condition("timezone", Match.EQUAL, zones, Levels.some(zones), List.of("UTC")),
        new Condition("endpoint", Match.SUFFIX, domains, Levels.some(domains), Levels.PLAIN_HOSTS));
  }
}
