package dev.candor.lab.emulator;

import dev.candor.lab.recipe.Recipe;
import dev.candor.wire.Dialect;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Request;
import dev.candor.wire.content.Content;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one trial's requests are answered with: by the recipe where it has an answer, else in the
 * dialect that the request is of, else with nothing much.
 */
public final class Answers {
  private final List<Recipe.Answer> recipe;
  private final List<Dialect> dialects;
  private final Map<String, Integer> turns = new HashMap<>();

  /** Dialects read what a request holds with its content codings undone. */
  public Answers(List<Recipe.Answer> recipe, List<Dialect> dialects) {
    this.recipe = List.copyOf(recipe);
    this.dialects = List.copyOf(dialects);
  }

  /**
   * @param by who answered: a dialect's name, {@code recipe}, or {@code empty}
   */
  record Answer(String by, Reply reply) {}

  Answer to(Request request, String host) {
    for (Recipe.Answer fixed : recipe) {
      if (fixed.isFor(host, request.method(), request.path())) {
        return new Answer(
            "recipe",
            new Reply.Whole(
                fixed.status(),
                fixed.contentType(),
                fixed.body().getBytes(StandardCharsets.UTF_8)));
      }
    }
    Optional<Dialect> spoken = dialects.stream().filter(d -> d.speaks(request)).findFirst();
    return spoken
        .map(dialect -> new Answer(dialect.name(), answer(dialect, request)))
        .orElseGet(() -> new Answer("empty", empty(request)));
  }

  /** Whether a model is asked where the request goes, if it is asked as dialects know it. */
  boolean asksModel(Request upgrade) {
    Request asked =
        new Request(
            "POST",
            upgrade.scheme(),
            upgrade.authority(),
            upgrade.target(),
            upgrade.protocol(),
            upgrade.headers(),
            upgrade.body());
    return dialects.stream().anyMatch(dialect -> dialect.speaks(asked));
  }

  private Reply answer(Dialect dialect, Request request) {
    // Lists of models are got; whatever else the dialects speak of is posted.
    boolean asksModel = request.method().equals("POST");
    return dialect.answer(request, Content.of(request).bytes(), asksModel ? turn(dialect) : 0);
  }

  private synchronized int turn(Dialect dialect) {
    return turns.merge(dialect.name(), 1, Integer::sum) - 1;
  }

  /** What keeps most programs going: an empty object for who wants JSON, else nothing. */
  private static Reply empty(Request request) {
    boolean json =
        request.header("accept").filter(accept -> accept.contains("json")).isPresent()
            || request.header("content-type").filter(type -> type.contains("json")).isPresent();
    return new Reply.Whole(
        200,
        json ? "application/json" : "text/plain",
        (json ? "{}" : "").getBytes(StandardCharsets.UTF_8));
  }
}
