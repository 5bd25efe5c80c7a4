package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;
import java.util.stream.Collectors;

/** The terminal has one of a few names. */
@AutoService(TriggerKind.class)
public final class Terminal implements TriggerKind {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public List<Content> wants() {
    return List.of();
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    List<String> names = List.of("iTerm.app", "WezTerm", "ghostty", "Apple_Terminal", "vscode");
    List<String> some = js.draw().shuffled(names).subList(0, js.draw().between(1, 3));
    String name = js.env("TERM_PROGRAM");
    String test =
        js.draw().chance(50)
            ? some.stream()
                .map(value -> name + " === " + js.quote(value))
                .collect(Collectors.joining(" || "))
            : Literals.strings(some) + ".includes(" + name + ")";
    js.function("marked", "", "return @0;", test);
    return new Wired(
        new Condition("terminal", Match.EQUAL, some, some, List.of("", "another-terminal")));
  }
}
