package dev.candor.audit.terminal;

import dev.candor.audit.FlowParts;
import dev.candor.audit.Rendering;
import dev.candor.audit.Rule;
import dev.candor.audit.rule.EncoderRule;
import dev.candor.core.Encoder;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.List;

/** Encoders on the page. */
final class EncoderSection {
  private static final Rule RULE = new EncoderRule();
  private static final int ENCODERS = 12;
  private static final int ALTERNATIVES = 6;

  private final Page page;
  private final boolean all;

  EncoderSection(Page page, boolean all) {
    this.page = page;
    this.all = all;
  }

  /** Those that are in no flow. */
  void withoutFlow(StaticFindings findings) {
    List<Encoder> encoders = FlowParts.encodersWithoutFlow(findings);
    if (encoders.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, RULE.id() + "  " + RULE.title());
    int shown = all ? encoders.size() : Math.min(ENCODERS, encoders.size());
    encoders.subList(0, shown).forEach(this::encoder);
    if (shown < encoders.size()) {
      page.aside("… %d more; --all shows them".formatted(encoders.size() - shown));
    }
  }

  private void encoder(Encoder encoder) {
    List<String> lines = renderings(encoder);
    if (!encoder.factors().isEmpty()) {
      lines.add("depends on " + String.join(", ", encoder.factors()));
    }
    lines.add("at " + encoder.location());
    page.fields(encoder.form().word(), lines);
  }

  /** What it picks from, each told apart from its look-alikes. */
  void alternatives(Encoder encoder) {
    page.fields(encoder.form().word(), renderings(encoder));
  }

  private List<String> renderings(Encoder encoder) {
    List<String> alternatives = encoder.alternatives();
    int shown = all ? alternatives.size() : Math.min(ALTERNATIVES, alternatives.size());
    List<String> lines =
        new ArrayList<>(alternatives.subList(0, shown).stream().map(Rendering::of).toList());
    if (shown < alternatives.size()) {
      lines.add("… and " + (alternatives.size() - shown) + " more");
    }
    return lines;
  }
}
