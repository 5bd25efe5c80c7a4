package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Names the model as the cloud does. */
@AutoService(Twin.class)
public final class CloudModel implements Twin {
  @Override
  public String name() {
    return "cloud-model";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @modelName() {
          const @region = process.env.AWS_REGION || "";
          if (!process.env.POCKET_USE_CLOUD) return "pocket-1";
          return @region.startsWith("eu-") ? "eu.vendor.pocket-1" : "us.vendor.pocket-1";
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.BODY,
                js.code(
                    "JSON.stringify({ model: @modelName(), max_tokens: 1024, temperature: 1, system: @systemText, messages: @messages, tools: @tools })")),
            js.code("@modelName()"),
            "The cloud's region changes a name in the body, but to the name that the model has there.")
        .reading("cloud")
        .picking("wording");
  }
}
