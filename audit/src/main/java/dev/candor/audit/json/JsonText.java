package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.text.OddityWords;
import dev.candor.audit.text.TextFormat;
import dev.candor.audit.text.TextReport;
import dev.candor.text.odd.Examination;
import dev.candor.text.odd.Examination.Located;
import dev.candor.text.odd.Oddity;
import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * What is odd in a text as JSON: schema {@code candor/text/v1}, described in {@code
 * docs/report-schema.md}.
 */
@AutoService(TextFormat.class)
public final class JsonText implements TextFormat {
  static final String SCHEMA = "candor/text/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(TextReport report, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out, SCHEMA, report.engine(), report.created(), json -> report(json, report));
  }

  private static void report(JsonGenerator json, TextReport report) {
    Examination examination = report.examination();
    json.writeObjectPropertyStart("file");
    json.writeStringProperty("name", report.file().name());
    json.writeNumberProperty("bytes", report.file().size());
    json.writeStringProperty("encoding", report.file().encoding().label());
    json.writeBooleanProperty("byteOrderMark", report.file().mark() > 0);
    json.writeEndObject();
    json.writeBooleanProperty("odd", report.isOdd());
    json.writeObjectPropertyStart("totals");
    json.writeNumberProperty("findings", examination.findingsInAll());
    json.writeNumberProperty("notes", examination.notesInAll());
    json.writeEndObject();
    json.writeObjectPropertyStart("byRule");
    examination.byRule().forEach((rule, times) -> json.writeNumberProperty(rule.id(), times));
    json.writeEndObject();
    array(json, "findings", examination.findings(), JsonText::place);
    array(json, "notes", examination.notes(), JsonText::place);
    examination.spelled().ifPresent(text -> json.writeStringProperty("spelled", text));
  }

  private static void place(JsonGenerator json, Located place) {
    Oddity oddity = place.oddity();
    json.writeStartObject();
    json.writeStringProperty("rule", oddity.rule().id());
    json.writeStringProperty("kind", oddity.rule().kind().name().toLowerCase(Locale.ROOT));
    json.writeNumberProperty("offset", place.offset());
    json.writeNumberProperty("line", place.line());
    json.writeNumberProperty("column", place.column());
    json.writeNumberProperty("units", oddity.end() - oddity.start());
    array(
        json,
        "characters",
        OddityWords.characters(place),
        (j, c) -> {
          j.writeStartObject();
          j.writeStringProperty("codePoint", "U+%04X".formatted(c));
          j.writeStringProperty("name", OddityWords.name(c).replaceFirst("^\\S+ ", ""));
          j.writeEndObject();
        });
    json.writeStringProperty("seen", OddityWords.seen(oddity));
    json.writeStringProperty("usual", oddity.usual());
    json.writeStringProperty("why", oddity.rule().why());
    oddity.detail().ifPresent(detail -> json.writeStringProperty("detail", detail));
    oddity.decoded().ifPresent(text -> json.writeStringProperty("spells", text));
    json.writeStringProperty("before", place.before());
    json.writeStringProperty("text", place.odd());
    json.writeStringProperty("behind", place.behind());
    json.writeEndObject();
  }
}
