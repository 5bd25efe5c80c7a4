package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Settings that a provider asks for. */
@AutoService(Twin.class)
public final class ProviderTemperature implements Twin {
  @Override
  public String name() {
    return "provider-temperature";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @limits = { "gateway.test": 0.7, "relay.test": 0.5 };
        function @temperature() {
          try {
            const @name = new URL(process.env.ANTHROPIC_BASE_URL).hostname;
            const @known = Object.keys(@limits).find((@suffix) => @name === @suffix || @name.endsWith("." + @suffix));
            return @known ? @limits[@known] : 1;
          } catch {
            return 1;
          }
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.BODY,
                js.code(
                    "JSON.stringify({ model: \"pocket-1\", max_tokens: 1024, temperature: @temperature(), system: @systemText, messages: @messages, tools: @tools })")),
            js.code("@temperature()"),
            "The endpoint's host changes a number of the body, but a setting that has its own meaning there.")
        .reading("endpoint");
  }
}
