package dev.candor.wire.dialect;

import dev.candor.wire.Dialect.PromptText;
import dev.candor.wire.Pointer;
import dev.candor.wire.PromptFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Collects what a model reads from the parts of a request that are put before it, in the order of
 * the request. Roles, types, ids and pictures are passed over.
 */
final class Texts {
  /** Characters in all pointers together: long names in deep nesting would fill the memory. */
  private static final long LONGEST_POINTERS = 200_000_000;

  private final PromptFields fields;
  private final List<PromptText> found;
  private long left = LONGEST_POINTERS;

  private Texts(PromptFields fields, List<PromptText> found) {
    this.fields = fields;
    this.found = found;
  }

  static List<PromptText> in(JsonNode request, PromptFields fields) {
    List<PromptText> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : request.properties()) {
      String name = field.getKey();
      if (fields.parts().contains(name)) {
        new Texts(fields, found).collect(field.getValue(), "/" + name, true, false);
      } else if (fields.declarations().contains(name)) {
        new Texts(PromptFields.OF_DECLARATIONS, found)
            .collect(field.getValue(), "/" + name, false, false);
      }
    }
    return List.copyOf(found);
  }

  /** The same of content that is yet to be read; nothing where it cannot be. */
  static List<PromptText> in(byte[] content, PromptFields fields) {
    return Json.object(content).map(json -> in(json, fields)).orElse(List.of());
  }

  private void collect(JsonNode node, String pointer, boolean read, boolean all) {
    left -= pointer.length();
    if (left < 0) {
      return;
    }
    if (node.isString()) {
      if (read || all) {
        found.add(new PromptText(pointer, node.stringValue()));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size() && left >= 0; i++) {
        collect(node.path(i), Pointer.element(pointer, i), read, all);
      }
    } else {
      object(node, pointer, all);
    }
  }

  private void object(JsonNode node, String pointer, boolean all) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (left < 0) {
        return;
      }
      String name = field.getKey();
      collect(
          field.getValue(),
          Pointer.member(pointer, name),
          fields.words().contains(name) || isPlainData(node, name),
          all || fields.free().contains(name));
    }
  }

  /** The text of a document stands where the bytes of others do. */
  private static boolean isPlainData(JsonNode node, String name) {
    return name.equals("data") && Json.string(node, "type").equals("text");
  }
}
