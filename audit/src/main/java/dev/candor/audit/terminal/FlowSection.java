package dev.candor.audit.terminal;

import dev.candor.audit.Compared;
import dev.candor.audit.ComparisonText;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowParts;
import dev.candor.audit.FlowWords;
import dev.candor.audit.MergedProbes;
import dev.candor.audit.ReportWords;
import dev.candor.audit.Rule;
import dev.candor.audit.rule.CovertFlowRule;
import dev.candor.core.Count;
import dev.candor.core.Flow;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import java.util.ArrayList;
import java.util.List;

/** Flows on the page: what depends on what, and how; then the steps. */
final class FlowSection {
  private static final Rule RULE = new CovertFlowRule();

  /** A step's snippet is short; this is for one that is not. */
  private static final int LINES = 12;

  private final Page page;
  private final StaticFindings findings;
  private final boolean all;
  private final EncoderSection encoders;
  private final ComparisonText comparisons;

  /**
   * @param findings those that the flows are of
   */
  FlowSection(Page page, StaticFindings findings, boolean all) {
    this.page = page;
    this.findings = findings;
    this.all = all;
    encoders = new EncoderSection(page, all);
    comparisons = new ComparisonText(findings, all);
  }

  /** A flow with its steps; those of an explained one only where all is shown. */
  void flow(Flow flow) {
    summary(flow.covert() ? RULE.id() + "  " + RULE.title() : ReportWords.EXPLAINED_FLOW, flow);
    if (flow.covert() || all) {
      page.blank();
      for (int i = 0; i < flow.steps().size(); i++) {
        step(i + 1, flow.steps().get(i));
      }
    } else {
      page.aside("--all shows its " + Count.of(flow.steps().size(), "step"));
    }
  }

  /** The mechanism in words: factors, renderings, comparisons. */
  void summary(String title, Flow flow) {
    page.blank();
    page.heading(Paint.BOLD, title + "  " + Fingerprint.of(flow));
    page.field("depends on", FlowWords.factors(flow));
    flow.explained().ifPresent(why -> page.field("explained", why));
    flow.encoders().forEach(encoders::alternatives);
    List<String> reads = new ArrayList<>();
    for (Probe probe : MergedProbes.of(FlowParts.of(flow, findings).probes())) {
      reads.add(probe.factor() + ": " + probe.reads());
      comparisons.lines(Compared.of(probe)).forEach(line -> reads.add("  " + line));
    }
    page.fields("reads", reads);
    if (!flow.gates().isEmpty()) {
      page.field("gated by", String.join(", ", flow.gates()));
    }
    page.field("confidence", FlowWords.of(flow.confidence()));
  }

  private void step(int number, Step step) {
    page.text("  %d %s at %s".formatted(number, step.kind().word(), step.location()));
    page.code(step.snippet(), all ? Integer.MAX_VALUE : LINES);
    page.aside(step.why());
  }
}
