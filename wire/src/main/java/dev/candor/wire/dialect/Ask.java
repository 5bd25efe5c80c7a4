package dev.candor.wire.dialect;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a request asks of the model, whatever the API.
 *
 * @param model to be named in the answer
 * @param tools that the model may call; empty where the request forbids to call any
 * @param forced the name of the only tool that may be called, and must be
 * @param holdsResult whether a tool was called before and its result is in the request
 * @param system texts that instruct the model
 * @param form JSON Schema that a text is to fit
 */
record Ask(
    String model,
    boolean streams,
    List<Tool> tools,
    Optional<String> forced,
    boolean holdsResult,
    List<String> system,
    Optional<JsonNode> form) {
  /** For a request that names no model. */
  static final String SOME_MODEL = "sample";

  Ask {
    model = model.isEmpty() ? SOME_MODEL : model;
    tools = List.copyOf(tools);
    system = List.copyOf(system);
  }
}
