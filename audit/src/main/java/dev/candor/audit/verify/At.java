package dev.candor.audit.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value of a report that satisfies the schema, and where it stands.
 *
 * @param pointer RFC 6901
 */
record At(String pointer, JsonNode json) {
  /** The member of that name; of no value where there is none. */
  At get(String member) {
    return new At(pointer + "/" + member.replace("~", "~0").replace("/", "~1"), json.path(member));
  }

  boolean has(String member) {
    return json.has(member);
  }

  Optional<At> optional(String member) {
    return json.has(member) ? Optional.of(get(member)) : Optional.empty();
  }

  /** The elements of the list that is that member; none where there is none. */
  List<At> each(String member) {
    return get(member).each();
  }

  List<At> each() {
    List<At> all = new ArrayList<>();
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        all.add(new At(pointer + "/" + i, json.get(i)));
      }
    }
    return all;
  }

  /** The members of the object that is that member, in their order. */
  Map<String, At> members(String member) {
    Map<String, At> all = new LinkedHashMap<>();
    At object = get(member);
    object.json.propertyNames().forEach(name -> all.put(name, object.get(name)));
    return all;
  }

  String text() {
    return json.asString("");
  }

  String text(String member) {
    return get(member).text();
  }

  /** The texts of the list that is that member. */
  List<String> texts(String member) {
    return each(member).stream().map(At::text).toList();
  }

  long whole(String member) {
    return json.path(member).asLong(0);
  }

  double number(String member) {
    return json.path(member).asDouble(0);
  }

  boolean is(String member) {
    return json.path(member).asBoolean(false);
  }

  Flaw flaw(String what) {
    return new Flaw("report " + (pointer.isEmpty() ? "as a whole" : pointer), what);
  }
}
