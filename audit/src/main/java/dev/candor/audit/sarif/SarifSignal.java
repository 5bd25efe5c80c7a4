package dev.candor.audit.sarif;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;
import static dev.candor.audit.json.SignalJson.levels;
import static dev.candor.audit.json.SignalJson.number;

import dev.candor.audit.FlowWords;
import dev.candor.audit.Rendering;
import dev.candor.audit.SignalWords;
import dev.candor.audit.json.SignalJson;
import dev.candor.audit.observed.Confirmed;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import dev.candor.text.Visible;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The parts of a SARIF result that tell of a signal. */
final class SarifSignal {
  /** SARIF 3.33.7 leaves the kind to the tool where it has no word for one. */
  private static final String KIND = "carrier";

  private static final int SYMBOLS = 4;

  private SarifSignal() {}

  /** What shows where, in what form and of how many bits; the symbols; how sure it is. */
  static String message(Confirmed confirmed) {
    Signal signal = confirmed.signal();
    List<String> symbols =
        signal.codebook().stream().map(CodebookEntry::symbol).distinct().toList();
    return "%s shows at %s, in %s, %s: %s%s. %d of %d fresh trials were as foretold."
        .formatted(
            FlowWords.listed(signal.factors()),
            name(signal.carrier()),
            FlowWords.of(signal.form()),
            SignalWords.bits(signal.bits()),
            symbols.stream().limit(SYMBOLS).map(Rendering::of).collect(Collectors.joining("; ")),
            symbols.size() > SYMBOLS ? "; and " + (symbols.size() - SYMBOLS) + " more" : "",
            confirmed.fresh().agreeing(),
            confirmed.fresh().foretold());
  }

  /** A logical location (SARIF 3.33) with the text there. */
  static void location(JsonGenerator json, Carrier carrier) {
    json.writeStartObject();
    array(
        json,
        "logicalLocations",
        List.of(carrier),
        (to, one) -> {
          to.writeStartObject();
          to.writeStringProperty("name", Visible.of(one.where()));
          to.writeStringProperty("fullyQualifiedName", Visible.of(name(one)));
          to.writeStringProperty("kind", KIND);
          to.writeEndObject();
        });
    if (!(carrier.before() + carrier.span() + carrier.after()).isBlank()) {
      SarifFormat.text(
          json,
          "message",
          SarifText.of(
              "\u2026%s[%s]%s\u2026".formatted(carrier.before(), carrier.span(), carrier.after())));
    }
    json.writeEndObject();
  }

  private static String name(Carrier carrier) {
    return carrier.request() + ", " + carrier.where();
  }

  static void properties(JsonGenerator json, Confirmed confirmed) {
    Signal signal = confirmed.signal();
    json.writeStartObject();
    strings(json, "factors", List.copyOf(signal.factors()));
    json.writeStringProperty("form", signal.form().word());
    array(json, "codebook", signal.codebook(), SignalJson::entry);
    levels(json, "gates", signal.gates());
    number(json, "bits", signal.bits());
    number(json, "q", signal.significance().q());
    json.writeNumberProperty("trials", signal.significance().trials());
    json.writeObjectPropertyStart("confirmed");
    json.writeNumberProperty("agreeing", confirmed.fresh().agreeing());
    json.writeNumberProperty("foretold", confirmed.fresh().foretold());
    number(json, "p", confirmed.fresh().p());
    json.writeEndObject();
    json.writeEndObject();
  }
}
