package dev.candor.wire.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the friendly model does with a request: the script of two turns. */
sealed interface Turn {
  /** Words. */
  record Say(String text) implements Turn {}

  /** The call of a tool. */
  record Call(Tool tool, JsonNode arguments) implements Turn {}

  /** A tool that never sends a result would otherwise be called for ever. */
  int LAST_CALL = 8;

  /** Side jobs state themselves in their first words; a main prompt may speak of titles later. */
  int OPENING = 600;

  Pattern SIDE_JOB =
      Pattern.compile(
          "(?:title|topic|summary) generator"
              + "|(?:generate|write|create|produce|come up with|extract)\\b[^.\\n]{0,60}"
              + "\\b(?:title|topic|headline)\\b"
              + "|isNewTopic|new conversation topic|\\btask rout(?:er|ing)\\b|\\bmodel router\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * The call of a harmless tool where one is offered and none was called yet, else words. A side
   * job (a title, a topic, a choice of model) gets words.
   *
   * @param turn requests that were answered before
   */
  static Turn of(Ask ask, int turn) {
    boolean calls = !ask.holdsResult() && turn < LAST_CALL && !isSideJob(ask.system());
    return (calls ? tool(ask) : Optional.<Tool>empty())
        .<Turn>map(tool -> new Call(tool, Example.object(tool.schema())))
        .orElseGet(() -> new Say(words(ask)));
  }

  private static Optional<Tool> tool(Ask ask) {
    return ask.forced()
        .map(name -> only(ask.tools(), name))
        .orElseGet(() -> HarmlessTool.among(ask.tools()));
  }

  /** A forced tool may have any name that does not say that it acts. */
  private static Optional<Tool> only(List<Tool> tools, String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name) && !HarmlessTool.acts(name))
        .findFirst();
  }

  private static String words(Ask ask) {
    return ask.form().map(form -> Json.text(Example.of(form))).orElse("Done.");
  }

  private static boolean isSideJob(List<String> system) {
    return system.stream()
        .map(text -> text.substring(0, Math.min(OPENING, text.length())))
        .anyMatch(text -> SIDE_JOB.matcher(text).find());
  }
}
