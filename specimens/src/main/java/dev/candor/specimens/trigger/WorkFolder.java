package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The name of the work folder is in a list. */
@AutoService(TriggerKind.class)
public final class WorkFolder implements TriggerKind {
  @Override
  public String name() {
    return "work-folder";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.FOLDERS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String test = Comparison.equal(js, lists.getFirst(), Readings.workFolder(js));
    js.function("marked", "", "return @0;", test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition("workdir", Match.EQUAL, values, Levels.some(values), List.of("project")));
  }
}
