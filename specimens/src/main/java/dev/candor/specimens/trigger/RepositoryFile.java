package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import java.util.List;

/** A file of a list lies in the work folder. */
@AutoService(TriggerKind.class)
public final class RepositoryFile implements TriggerKind {
  @Override
  public String name() {
    return "repository";
  }

  @Override
  public List<Content> wants() {
    return List.of(Content.FILES);
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    js.function(
        "marked",
        "",
        js.draw()
            .pick(
                "return @0.readdirSync(process.cwd()).some((@file) => @1.includes(@file));",
                "const @files = @0.readdirSync(\".\");\n"
                    + "return @1.some((@entry) => @files.indexOf(@entry) > -1);"),
        js.builtin("fs"),
        lists.getFirst());
    List<String> values = tables.getFirst();
    return new Wired(
        new Condition("repository", Match.EQUAL, values, Levels.some(values), List.of("")));
  }
}
