package dev.candor.audit.rule;

import com.google.auto.service.AutoService;
import dev.candor.audit.Finding;
import dev.candor.audit.Finding.Related;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowWords;
import dev.candor.audit.Rendering;
import dev.candor.audit.StaticRule;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chains from the environment to outgoing text that a reader of the text does not notice. */
@AutoService(StaticRule.class)
public final class CovertFlowRule implements StaticRule {
  private static final int EXAMPLES = 4;

  @Override
  public String id() {
    return "CANDOR-S003";
  }

  @Override
  public String title() {
    return "covert flow";
  }

  @Override
  public String summary() {
    return "Outgoing text depends on the environment in a way that a reader does not notice.";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public String noun() {
    return "flow";
  }

  @Override
  public List<Finding> findings(StaticFindings found) {
    return found.flows().stream().filter(Flow::covert).map(CovertFlowRule::finding).toList();
  }

  private static Finding finding(Flow flow) {
    List<Related> related = new ArrayList<>();
    flow.encoders().stream()
        .skip(1)
        .forEach(encoder -> related.add(new Related(encoder.location(), "picks here too")));
    related.add(new Related(flow.end(), "becomes part of the text here"));
    TreeMap<String, List<String>> properties = new TreeMap<>();
    properties.put("factors", flow.factors());
    properties.put("gates", flow.gates());
    properties.put("confidence", List.of(flow.confidence().word()));
    flow.encoders()
        .forEach(encoder ->
            properties.merge(encoder.form().word(), encoder.alternatives(), CovertFlowRule::both));
    return new Finding(
        Fingerprint.of(flow),
        message(flow),
        flow.encoders().stream().map(Encoder::location).findFirst().orElseGet(flow::end),
        related,
        flow.steps(),
        properties);
  }

  private static List<String> both(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both.stream().distinct().toList();
  }

  private static String message(Flow flow) {
    String dependence = FlowWords.dependence(List.of(flow));
    String alternatives =
        flow.encoders().stream()
            .map(encoder -> "In %s: %s.".formatted(FlowWords.of(encoder.form()), picked(encoder)))
            .collect(Collectors.joining(" "));
    return Character.toUpperCase(dependence.charAt(0))
        + dependence.substring(1)
        + ". "
        + alternatives;
  }

  private static String picked(Encoder encoder) {
    return encoder.alternatives().stream()
            .limit(EXAMPLES)
            .map(Rendering::of)
            .collect(Collectors.joining("; "))
        + (encoder.alternatives().size() > EXAMPLES ? "; …" : "");
  }
}
