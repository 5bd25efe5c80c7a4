package dev.candor.specimens.trigger;

import com.google.auto.service.AutoService;
import dev.candor.core.Sha256;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Match;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;

/** The SHA-256 digest of the host of the endpoint is in a list of digests. */
@AutoService(TriggerKind.class)
public final class EndpointDigest implements TriggerKind {
  @Override
  public String name() {
    return "endpoint-digest";
  }

  @Override
  public List<Content> wants() {
    return List.of();
  }

  @Override
  public Wired wire(List<List<String>> tables, List<String> lists, Js js) {
    List<String> domains = Content.DOMAINS.draw(js.draw(), 40);
    List<String> digests = domains.stream().map(Sha256::hex).toList();
    js.declare("const @digests = @0;", Literals.strings(digests));
    String digest =
        js.code(
            "@0.createHash(\"sha256\").update(@1).digest(\"hex\")",
            js.builtin("crypto"),
            Readings.endpoint(js));
    js.function("marked", "", "return @0;", Comparison.equal(js, js.name("digests"), digest));
    Condition condition =
        new Condition("endpoint", Match.DIGEST, domains, Levels.some(domains), Levels.PLAIN_HOSTS);
    return new Wired(List.of(condition), List.of(digests));
  }
}
