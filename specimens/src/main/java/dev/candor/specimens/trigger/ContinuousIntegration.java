package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;
import java.util.stream.Collectors;

/** A variable of a build service is set. */
@AutoService(TriggerKind.class)
public final class ContinuousIntegration implements TriggerKind {
  @Override
  public String name() {
    return "ci";
  }

  @Override
  public List<Content> wants() {
    return List.of();
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    List<String> names = List.of("GITHUB_ACTIONS", "GITLAB_CI", "BUILDKITE", "TEAMCITY_VERSION");
    List<String> some = js.draw().shuffled(names).subList(0, js.draw().between(1, 3));
    String test =
        js.draw().chance(50)
            ? some.stream().map(js::env).collect(Collectors.joining(" || ", "Boolean(", ")"))
            : js.code("@0.some((@variable) => @variable in process.env)", Literals.strings(some));
    js.function("marked", "", "return @0;", test);
    return new Wired(
        new Condition(
            "ci", Match.SET, some, Levels.some(some, name -> name + "=true"), List.of("")));
  }
}
