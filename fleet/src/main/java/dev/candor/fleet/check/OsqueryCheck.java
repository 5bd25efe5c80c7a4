package dev.candor.fleet.check;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.json.InertJson;
import dev.candor.fleet.inventory.Installation;
import dev.candor.policy.Decision;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * A line for each installation that is told of, as osquery logs results of a query: whatever
 * collects those collects these. All columns are texts.
 *
 * @see <a href="https://osquery.readthedocs.io/en/stable/deployment/logging/">osquery, event
 *     format</a>
 */
@AutoService(CheckFormat.class)
public final class OsqueryCheck implements CheckFormat {
  private static final DateTimeFormatter CALENDAR =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "osquery";
  }

  @Override
  public void write(PolicyCheck check, ReportOptions options, OutputStream out) {
    check.told().forEach(one -> InertJson.writeLine(out, json -> line(json, check, one)));
  }

  private static void line(JsonGenerator json, PolicyCheck check, Checked one) {
    json.writeStartObject();
    json.writeStringProperty("name", "candor_policy");
    json.writeStringProperty("hostIdentifier", one.machine());
    json.writeStringProperty("calendarTime", CALENDAR.format(check.created()));
    json.writeNumberProperty("unixTime", check.created().getEpochSecond());
    json.writeStringProperty("action", "snapshot");
    json.writeObjectPropertyStart("columns");
    Installation there = one.installation();
    Decision decision = one.decision();
    json.writeStringProperty("tool", there.tool());
    json.writeStringProperty("purl", there.purl());
    json.writeStringProperty("version", there.version().orElse(""));
    json.writeStringProperty("means", there.means().word());
    json.writeStringProperty("path", there.place());
    json.writeStringProperty("decision", decision.action().word());
    json.writeStringProperty("rule", decision.rule().orElse(""));
    json.writeStringProperty("why", decision.why());
    json.writeStringProperty("since", decision.since().map(Object::toString).orElse(""));
    json.writeStringProperty("replacement", decision.replacement().orElse(""));
    json.writeStringProperty(
        "denied_from", one.soon().map(soon -> soon.from().toString()).orElse(""));
    json.writeStringProperty(
        "waived", decision.waived().map(it -> it.rule() + " " + it.waiver().words()).orElse(""));
    json.writeStringProperty(
        "undecided",
        decision.undecided().stream().map(Decision.Undecided::rule).findFirst().orElse(""));
    json.writeEndObject();
    json.writeEndObject();
  }
}
