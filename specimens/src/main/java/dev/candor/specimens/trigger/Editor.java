package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;
import java.util.stream.Collectors;

/** A variable of an editor is set. */
@AutoService(TriggerKind.class)
public final class Editor implements TriggerKind {
  @Override
  public String name() {
    return "editor";
  }

  @Override
  public List<Content> wants() {
    return List.of();
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    List<String> names =
        List.of("VSCODE_PID", "VSCODE_IPC_HOOK_CLI", "VSCODE_GIT_IPC_HANDLE", "VSCODE_INJECTION");
    List<String> some = js.draw().shuffled(names).subList(0, js.draw().between(1, 2));
    String test =
        switch (js.draw().below(3)) {
          case 0 ->
              some.stream()
                  .map(js::env)
                  .collect(Collectors.joining(" ?? ", "(", ") !== undefined"));
          case 1 ->
              some.stream().map(name -> "!!" + js.env(name)).collect(Collectors.joining(" || "));
          default ->
              some.stream()
                  .map(name -> js.quote(name) + " in process.env")
                  .collect(Collectors.joining(" || "));
        };
    js.function("marked", "", "return @0;", test);
    return new Wired(
        new Condition(
            "editor", Match.SET, some, Levels.some(some, name -> name + "=7"), List.of("")));
  }
}
