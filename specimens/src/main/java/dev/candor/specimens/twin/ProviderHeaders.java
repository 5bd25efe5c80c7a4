package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Signs in as the endpoint's provider wants it. */
@AutoService(Twin.class)
public final class ProviderHeaders implements Twin {
  @Override
  public String name() {
    return "provider-headers";
  }

  @Override
  public boolean library() {
    return false;
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @providers = [{ suffix: "gateway.test", header: "authorization" }, { suffix: "relay.test", header: "api-key" }];
        function @keyHeader() {
          let @name = "";
          try {
            @name = new URL(process.env.ANTHROPIC_BASE_URL).hostname;
          } catch {
            return "x-api-key";
          }
          const @provider = @providers.find((@entry) => @name === @entry.suffix || @name.endsWith("." + @entry.suffix));
          return @provider ? @provider.header : "x-api-key";
        }\
        """);
    return new Innocent(
            usual.with(
                Slot.HEADERS,
                js.code(
                    "Object.fromEntries(Object.entries(@0).map(([@header, @value]) => [@header === \"x-api-key\" ? @keyHeader() : @header, @value]))",
                    usual.get(Slot.HEADERS))),
            js.code("@keyHeader().length"),
            "The endpoint changes the headers, but as its interface demands: the key goes in another header.")
        .reading("endpoint");
  }
}
