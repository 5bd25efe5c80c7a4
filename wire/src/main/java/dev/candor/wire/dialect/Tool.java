package dev.candor.wire.dialect;

import tools.jackson.databind.JsonNode;

/**
 * A function that a request offers to the model.
 *
 * @param namespace the group that it stands in; empty for none
 * @param schema JSON Schema of its arguments, or what the request has in its place
 */
record Tool(String namespace, String name, JsonNode schema) {
  Tool(String name, JsonNode schema) {
    this("", name, schema);
  }
}
