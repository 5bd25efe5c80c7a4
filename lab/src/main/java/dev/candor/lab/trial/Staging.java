package dev.candor.lab.trial;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Scene;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes trials of one tool.
 *
 * @param recipe how it is run
 * @param program what is run
 * @param prompt what it is asked
 */
public record Staging(Recipe recipe, Program program, String prompt, Bounds bounds) {
  /** Long enough for programs that look at a key's length, and plainly none. */
  static final String KEY = "sk-room-0000000000000000000000000000000000000000-no-key";

  private static final Pattern PLACE = Pattern.compile("\\{(endpoint|prompt|home|key)}");

  /**
   * Runs the commands that are its first arguments, each as one word to the shell, then the rest.
   */
  private static final String SETUP = "eval \"$1\" || exit; shift; exec \"$@\"";

  /**
   * What can be run in a room.
   *
   * @param binds what must be seen there
   * @param path folders of programs
   * @param command in place of the first word of the recipe's command
   */
  public record Program(List<RoomPlan.Bind> binds, List<String> path, List<String> command) {
    public Program {
      binds = List.copyOf(binds);
      path = List.copyOf(path);
      command = List.copyOf(command);
    }
  }

  /**
   * A trial, and what is so in it.
   *
   * @param facts to be looked for in what the tool sends
   */
  public record Staged(Trial trial, List<Fact> facts) {}

  /**
   * A run in that environment.
   *
   * @throws dev.candor.core.InputException if it cannot be made
   */
  public Staged in(Environment environment) {
    Scene scene = environment.scene();
    Map<String, String> places =
        Map.of("endpoint", scene.endpoint(), "prompt", prompt, "home", scene.home(), "key", KEY);
    recipe.environment().forEach((name, value) -> scene.variable(name, filled(value, places)));
    recipe.keyVariable().ifPresent(name -> scene.variable(name, KEY));
    recipe
        .endpoint()
        .ifPresent(told -> scene.variable(told.variable(), scene.endpoint() + told.path()));
    recipe.files().forEach((path, content) -> scene.file(path, filled(content, places)));
    RoomPlan plan = scene.plan(program.binds(), program.path(), command(places), bounds);
    return new Staged(
        new Trial(plan, recipe.answers(), scene.hosts(), scene.ports()), scene.facts());
  }

  /** The command as people write it, without what starts it. */
  public List<String> shown() {
    return recipe.command().stream().map(word -> filled(word, Map.of("prompt", prompt))).toList();
  }

  private List<String> command(Map<String, String> places) {
    List<String> run = words(recipe.command(), places);
    if (recipe.setup().isEmpty()) {
      return run;
    }
    List<String> before = new ArrayList<>();
    recipe.setup().forEach(words -> before.add(quoted(words(words, places))));
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", SETUP, "setup"));
    all.add(String.join(" && ", before));
    all.addAll(run);
    return all;
  }

  /** A command of the recipe, its first word being the tool. */
  private List<String> words(List<String> command, Map<String, String> places) {
    List<String> words = new ArrayList<>(program.command());
    command.stream().skip(1).forEach(word -> words.add(filled(word, places)));
    return words;
  }

  private static String quoted(List<String> words) {
    return String.join(
        " ", words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
  }

  private static String filled(String text, Map<String, String> places) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
  }
}
