package dev.candor.audit.rule;

import com.google.auto.service.AutoService;
import dev.candor.audit.Finding;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowParts;
import dev.candor.audit.FlowWords;
import dev.candor.audit.Rendering;
import dev.candor.audit.StaticRule;
import dev.candor.core.Encoder;
import dev.candor.core.StaticFindings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Code that picks between renderings that look alike, with no chain seen through it. */
@AutoService(StaticRule.class)
public final class EncoderRule implements StaticRule {
  private static final int EXAMPLES = 4;

  @Override
  public String id() {
    return "CANDOR-S004";
  }

  @Override
  public String title() {
    return "encoder without a flow";
  }

  @Override
  public String summary() {
    return "The artifact picks between renderings that look alike; no way from the environment over"
        + " it into a text was seen.";
  }

  @Override
  public Level level() {
    return Level.NOTE;
  }

  @Override
  public String noun() {
    return "encoder";
  }

  @Override
  public List<Finding> findings(StaticFindings found) {
    return FlowParts.encodersWithoutFlow(found).stream().map(EncoderRule::finding).toList();
  }

  private static Finding finding(Encoder encoder) {
    String message =
        "The code picks between %d renderings that differ in %s. They begin: %s."
            .formatted(
                encoder.alternatives().size(),
                FlowWords.of(encoder.form()),
                encoder.alternatives().stream()
                    .limit(EXAMPLES)
                    .map(Rendering::of)
                    .collect(Collectors.joining("; ")));
    var properties =
        new TreeMap<>(
            Map.of(
                "form", List.of(encoder.form().word()),
                "alternatives", encoder.alternatives(),
                "factors", encoder.factors()));
    return new Finding(
        Fingerprint.of(encoder), message, encoder.location(), List.of(), List.of(), properties);
  }
}
