package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The domain of git's user is in a list. */
@AutoService(TriggerKind.class)
public final class GitIdentity implements TriggerKind {
  @Override
  public String name() {
    return "git-identity";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.DOMAINS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String test =
        Comparison.suffix(js, lists.getFirst(), Readings.gitMail(js) + ".split(\"@\").pop()");
    js.function("marked", "", "return @0;", test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition(
            "git-identity",
            Match.SUFFIX,
            values,
            Levels.some(values, value -> "dev@" + value),
            List.of("", "dev@example.test")));
  }
}
