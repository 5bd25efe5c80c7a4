package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** The host of git's remote is in a list or below one of its domains. */
@AutoService(TriggerKind.class)
public final class GitRemote implements TriggerKind {
  @Override
  public String name() {
    return "git-remote";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.DOMAINS);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    String test = Comparison.suffix(js, lists.getFirst(), Readings.gitRemoteHost(js));
    js.function("marked", "", "return @0;", test);
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition(
            "git-remote",
            Match.SUFFIX,
            values,
            Levels.some(
                values,
                value ->
                    value.length() % 2 == 0
                        ? "https://git." + value + "/team/app.git"
                        : "git@" + value + ":team/app.git"),
            List.of("", "https://git.example.test/team/app.git")));
  }
}
