package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;

import com.google.auto.service.AutoService;
import dev.candor.artifact.PublishedVersion;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.track.Border;
import dev.candor.audit.track.Entry;
import dev.candor.audit.track.History;
import dev.candor.audit.track.HistoryFormat;
import dev.candor.audit.track.HistoryWords;
import dev.candor.audit.track.Look;
import dev.candor.audit.track.Period;
import dev.candor.audit.track.Sight;
import dev.candor.core.HiddenTable;
import dev.candor.core.UnreadableTable;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * A package's history as JSON: schema {@code candor/track/v1}, described in {@code
 * docs/report-schema.md}.
 */
@AutoService(HistoryFormat.class)
public final class JsonHistory implements HistoryFormat {
  static final String SCHEMA = "candor/track/v1";

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(History history, ReportOptions options, OutputStream out) {
    JsonDocument.write(
        out, SCHEMA, history.engine(), history.created(), json -> history(json, history));
  }

  private static void history(JsonGenerator json, History history) {
    json.writeStringProperty("package", history.purl());
    json.writeStringProperty("listed", history.range().asked().toString());
    json.writeStringProperty("state", history.state().word());
    json.writeStringProperty("headline", HistoryWords.headline(history));
    array(json, "periods", history.periods(), JsonHistory::period);
    json.writeObjectPropertyStart("looked");
    json.writeNumberProperty("at", history.seen());
    json.writeNumberProperty("of", history.entries().size());
    json.writeNumberProperty("step", history.plan().step());
    json.writeBooleanProperty("throughout", history.plan().throughout());
    json.writeBooleanProperty("complete", history.complete());
    json.writeNumberProperty("widestGap", history.widestGap());
    json.writeEndObject();
    array(json, "versions", history.entries(), JsonHistory::entry);
    array(json, "borders", history.borders(), JsonHistory::border);
    strings(json, "gaps", history.range().gaps());
    array(json, "takenBack", history.takenBack(), JsonHistory::bare);
    array(
        json,
        "downloads",
        history.downloaded(),
        (to, one) -> {
          to.writeStartObject();
          to.writeStringProperty("name", one.name());
          to.writeNumberProperty("bytes", one.bytes());
          to.writeEndObject();
        });
    strings(json, "notes", history.notes());
  }

  private static void period(JsonGenerator json, Period period) {
    json.writeStartObject();
    period.before().ifPresent(before -> named(json, "before", before));
    named(json, "first", period.first());
    named(json, "last", period.last());
    period.gone().ifPresent(gone -> named(json, "gone", gone));
    json.writeEndObject();
  }

  private static void named(JsonGenerator json, String name, Entry entry) {
    json.writeName(name);
    bare(json, entry.version());
  }

  private static void bare(JsonGenerator json, PublishedVersion version) {
    json.writeStartObject();
    release(json, version);
    json.writeEndObject();
  }

  private static void release(JsonGenerator json, PublishedVersion version) {
    json.writeStringProperty("version", version.version());
    version.published().ifPresent(time -> json.writeStringProperty("published", time.toString()));
  }

  private static void entry(JsonGenerator json, Entry entry) {
    json.writeStartObject();
    release(json, entry.version());
    entry
        .version()
        .deprecated()
        .ifPresent(message -> json.writeStringProperty("deprecated", message));
    switch (entry.sight()) {
      case Sight.Seen(var look, var cached) -> {
        json.writeStringProperty("known", "seen");
        json.writeBooleanProperty("cached", cached);
        state(json, look);
        json.writeName("subject");
        JsonFormat.subject(json, look.report().subject());
        array(json, "parts", look.report().parts(), JsonFormat::subject);
        strings(
            json,
            "tables",
            look.report().findings().tables().stream().map(HiddenTable::id).toList());
        strings(
            json,
            "unreadable",
            look.report().findings().unreadable().stream().map(UnreadableTable::id).toList());
        strings(json, "notSeen", look.report().notSeen());
      }
      case Sight.Between(var look) -> {
        json.writeStringProperty("known", "between");
        state(json, look);
      }
      case Sight.Unknown(var why) -> {
        json.writeStringProperty("known", "no");
        json.writeStringProperty("why", why);
      }
    }
    json.writeEndObject();
  }

  private static void state(JsonGenerator json, Look look) {
    json.writeStringProperty("state", look.state().word());
    look.mechanism().ifPresent(id -> json.writeStringProperty("mechanism", id));
  }

  private static void border(JsonGenerator json, Border border) {
    json.writeStartObject();
    json.writeStringProperty("older", HistoryWords.version(border.older()));
    json.writeStringProperty("newer", HistoryWords.version(border.newer()));
    json.writeNumberProperty("between", border.between());
    strings(json, "reasons", border.difference().reasons());
    strings(json, "appeared", border.appeared(true));
    strings(json, "changed", border.changed(true));
    strings(json, "vanished", border.vanished(true));
    json.writeEndObject();
  }
}
