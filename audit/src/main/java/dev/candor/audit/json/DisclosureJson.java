package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import dev.candor.audit.disclosure.Covered;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.Disclosure;
import dev.candor.audit.disclosure.Manner;
import dev.candor.audit.disclosure.Statement;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What a disclosure says, and what it covers, in all reports as JSON. */
final class DisclosureJson {
  private DisclosureJson() {}

  static void write(JsonGenerator json, Disclosed disclosed) {
    Disclosure disclosure = disclosed.disclosure();
    json.writeStartObject();
    json.writeStringProperty("package", disclosure.purl());
    json.writeStringProperty("versions", disclosure.versions().text());
    disclosure.vendor().ifPresent(name -> json.writeStringProperty("vendor", name));
    json.writeObjectPropertyStart("digest");
    json.writeStringProperty(disclosure.digest().algorithm(), disclosure.digest().hex());
    json.writeEndObject();
    disclosed.mismatch().ifPresent(why -> json.writeStringProperty("mismatch", why));
    json.writeArrayPropertyStart("statements");
    for (int i = 0; i < disclosure.statements().size(); i++) {
      statement(json, disclosure.statements().get(i), disclosed.seen(i + 1));
    }
    json.writeEndArray();
    array(json, "covered", disclosed.covered(), DisclosureJson::covered);
    array(json, "uncovered", disclosed.uncovered(), DisclosureJson::covered);
    strings(json, "notes", disclosed.notes());
    json.writeEndObject();
  }

  private static void statement(JsonGenerator json, Statement statement, int seen) {
    json.writeStartObject();
    strings(json, "facts", statement.facts());
    strings(json, "to", statement.to());
    statement.request().ifPresent(request -> json.writeStringProperty("request", request));
    strings(json, "place", statement.place());
    strings(json, "as", statement.as().stream().map(Manner::word).toList());
    json.writeStringProperty("purpose", statement.purpose());
    statement
        .documentation()
        .ifPresent(address -> json.writeStringProperty("documentation", address));
    statement.reach().ifPresent(reach -> json.writeStringProperty("reach", reach));
    json.writeNumberProperty("seen", seen);
    json.writeEndObject();
  }

  private static void covered(JsonGenerator json, Covered covered) {
    json.writeStartObject();
    json.writeStringProperty("kind", covered.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("id", covered.id());
    json.writeStringProperty("what", covered.words());
    json.writeBooleanProperty("unnoticed", covered.unnoticed());
    json.writeArrayPropertyStart("statements");
    List.copyOf(covered.statements()).forEach(number -> json.writeNumber(number));
    json.writeEndArray();
    strings(json, "open", covered.open());
    json.writeEndObject();
  }
}
