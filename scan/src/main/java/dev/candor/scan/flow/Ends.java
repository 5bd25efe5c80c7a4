package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.Set;

/** Where followed text leaves the program: in a request to a model, or on the user's own screen. */
final class Ends {
  /** Members of a request to a model (Anthropic Messages, OpenAI Chat and Responses, Gemini). */
  private static final Set<String> REQUEST =
      Set.of(
          "system",
          "prompt",
          "messages",
          "instructions",
          "input",
          "contents",
          "systemInstruction",
          "system_instruction",
          "systemPrompt",
          "system_prompt",
          "tools");

  private static final Set<String> BESIDE =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "temperature",
          "stream",
          "max_output_tokens",
          "generationConfig",
          "contents",
          "maxTokens",
          "max_completion_tokens");

  private Ends() {}

  /** Whether a member of an object makes its value part of a prompt or a request. */
  static boolean isRequest(Node.Fields object, String field) {
    if (REQUEST.contains(field)) {
      return has(object, BESIDE, field);
    }
    return switch (field) {
      case "content", "parts" -> has(object, Set.of("role", "tool_use_id", "tool_call_id"), field);
      case "text" -> has(object, Set.of("type", "cache_control"), field);
      case "body", "headers" -> has(object, Set.of("method", "headers", "body", "url"), field);
      default -> false;
    };
  }

  /** Whether the object itself is a request to a model. */
  static boolean isRequest(Node.Fields object) {
    return has(object, Set.of("messages", "contents", "input"), "")
        && has(object, Set.of("model", "max_tokens", "generationConfig"), "");
  }

  private static boolean has(Node.Fields object, Set<String> names, String apart) {
    return object.fields().stream()
        .anyMatch(node ->
            node instanceof Node.Field field
                && field.name().filter(n -> !n.equals(apart) && names.contains(n)).isPresent());
  }

  /** Whether a call sends what it is given. */
  static boolean sends(Dialect dialect, Node.Call call) {
    return switch (call.callee()) {
      case Node.Member member ->
          dialect.sending().contains(member.property())
              && !isScreen(member.object())
              && !(member.object() instanceof Node.Name name && name.text().equals("res"));
      case Node.Name name -> name.text().equals("fetch") || name.text().equals("urlopen");
      default -> false;
    };
  }

  /** Whether a call shows what it is given to the user. */
  static boolean shows(Dialect dialect, Node.Call call) {
    return switch (call.callee()) {
      case Node.Member member ->
          isScreen(member.object())
              || member.object() instanceof Node.Name name
                  && dialect.screens().contains(name.text());
      case Node.Name name -> name.text().equals("print") || name.text().equals("alert");
      default -> false;
    };
  }

  private static boolean isScreen(Node node) {
    return node instanceof Node.Member member
        && (member.property().equals("stdout") || member.property().equals("stderr"));
  }
}
