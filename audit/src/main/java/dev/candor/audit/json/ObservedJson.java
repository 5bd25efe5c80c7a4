package dev.candor.audit.json;

import static dev.candor.audit.json.InertJson.array;
import static dev.candor.audit.json.InertJson.strings;
import static dev.candor.audit.json.SignalJson.levels;
import static dev.candor.audit.json.SignalJson.number;
import static dev.candor.audit.json.SignalJson.rounded;

import dev.candor.audit.observed.Asked;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.ObservedTrial;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Explained;
import dev.candor.lab.inference.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.core.JsonGenerator;

/** The member {@code observed} of the JSON report. */
final class ObservedJson {

  private ObservedJson() {}

  static void write(JsonGenerator json, Observed observed) {
    json.writeStartObject();
    json.writeStringProperty("tool", observed.tool());
    strings(json, "command", observed.command());
    observed
        .installation()
        .runtime()
        .ifPresent(runtime -> {
          json.writeName("runtime");
          JsonRecording.runtime(json, runtime);
        });
    array(json, "packages", observed.installation().packages(), JsonRecording::installed);
    asked(json, observed.asked());
    json.writeNumberProperty("seed", observed.seed());
    json.writeStringProperty("ending", observed.ending().name().toLowerCase(Locale.ROOT));
    json.writeNumberProperty("trials", observed.trials().size());
    array(json, "environments", observed.trials(), ObservedJson::trial);
    array(json, "signals", observed.signals(), ObservedJson::confirmed);
    array(
        json,
        "unconfirmed",
        observed.unconfirmed(),
        (to, signal) -> unconfirmed(to, signal, observed.wasTriedAgain(signal)));
    array(json, "explained", observed.explained(), ObservedJson::explained);
    json.writeNumberProperty("noise", observed.noise().size());
    strings(json, "modelRequests", List.copyOf(observed.modelRequests()));
    array(json, "sentTo", List.copyOf(observed.sentTo().entrySet()), ObservedJson::sentTo);
    array(json, "receipt", observed.receipt().entries(), JsonRecording::entry);
    array(json, "unreadable", observed.unreadable(), JsonRecording::unreadable);
    strings(json, "doubts", observed.doubts());
    json.writeEndObject();
  }

  private static void sentTo(JsonGenerator json, Map.Entry<String, SortedSet<String>> request) {
    json.writeStartObject();
    json.writeStringProperty("request", request.getKey());
    strings(json, "destinations", List.copyOf(request.getValue()));
    json.writeEndObject();
  }

  private static void asked(JsonGenerator json, Asked asked) {
    json.writeObjectPropertyStart("asked");
    json.writeObjectPropertyStart("budget");
    asked.budget().trials().ifPresent(trials -> json.writeNumberProperty("trials", trials));
    asked.budget().time().ifPresent(all -> json.writeNumberProperty("seconds", all.toSeconds()));
    json.writeBooleanProperty("thorough", asked.budget().thorough());
    json.writeNumberProperty("reserve", asked.budget().reserve());
    json.writeEndObject();
    json.writeStringProperty("prompt", asked.prompt());
    json.writeNumberProperty("seconds", asked.time().toSeconds());
    json.writeEndObject();
  }

  private static void trial(JsonGenerator json, ObservedTrial trial) {
    json.writeStartObject();
    json.writeNumberProperty("trial", trial.number());
    json.writeObjectPropertyStart("levels");
    trial.levels().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("purpose", trial.purpose());
    json.writeStringProperty("end", trial.end());
    json.writeNumberProperty("requests", trial.requests());
    json.writeEndObject();
  }

  private static void confirmed(JsonGenerator json, Confirmed confirmed) {
    json.writeStartObject();
    signal(json, confirmed.signal(), Optional.of(confirmed.fresh()));
    json.writeEndObject();
  }

  private static void unconfirmed(JsonGenerator json, Signal signal, boolean triedAgain) {
    json.writeStartObject();
    signal(json, signal, Optional.empty());
    json.writeBooleanProperty("triedAgain", triedAgain);
    json.writeEndObject();
  }

  private static void signal(JsonGenerator json, Signal signal, Optional<Corroboration> fresh) {
    strings(json, "factors", List.copyOf(signal.factors()));
    levels(json, "gates", signal.gates());
    json.writeStringProperty("form", signal.form().word());
    json.writeName("carrier");
    carrier(json, signal.carrier());
    array(json, "also", signal.also(), ObservedJson::carrier);
    array(json, "codebook", signal.codebook(), SignalJson::entry);
    number(json, "bits", signal.bits());
    json.writeArrayPropertyStart("bitsInterval");
    json.writeNumber(rounded(signal.capacity().low()));
    json.writeNumber(rounded(signal.capacity().high()));
    json.writeEndArray();
    json.writeObjectPropertyStart("significance");
    json.writeStringProperty("test", signal.significance().test());
    number(json, "p", signal.significance().p());
    number(json, "q", signal.significance().q());
    json.writeNumberProperty("trials", signal.significance().trials());
    fresh.ifPresent(again -> {
      json.writeObjectPropertyStart("fresh");
      json.writeNumberProperty("foretold", again.foretold());
      json.writeNumberProperty("agreeing", again.agreeing());
      number(json, "p", again.p());
      json.writeEndObject();
    });
    json.writeEndObject();
    json.writeObjectPropertyStart("symbols");
    signal
        .symbols()
        .forEach((trial, symbol) -> json.writeStringProperty(Integer.toString(trial), symbol));
    json.writeEndObject();
  }

  private static void carrier(JsonGenerator json, Carrier carrier) {
    json.writeStartObject();
    json.writeStringProperty("request", carrier.request());
    json.writeStringProperty("where", carrier.where());
    json.writeStringProperty("before", carrier.before());
    json.writeStringProperty("text", carrier.span());
    json.writeStringProperty("after", carrier.after());
    json.writeEndObject();
  }

  private static void explained(JsonGenerator json, Explained explained) {
    json.writeStartObject();
    json.writeStringProperty("factor", explained.factor());
    json.writeStringProperty("form", explained.form().word());
    json.writeStringProperty("rendering", explained.rendering());
    json.writeName("carrier");
    carrier(json, explained.carrier());
    json.writeEndObject();
  }
}
