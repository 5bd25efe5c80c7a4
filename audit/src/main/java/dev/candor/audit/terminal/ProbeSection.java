package dev.candor.audit.terminal;

import dev.candor.audit.Compared;
import dev.candor.audit.ComparisonText;
import dev.candor.audit.MergedProbes;
import dev.candor.audit.ReportWords;
import dev.candor.core.Count;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the artifact reads of its environment, by factor. */
final class ProbeSection {
  private static final int NARROWEST = 11;

  private final Page page;
  private final StaticFindings findings;
  private final boolean all;
  private final ComparisonText comparisons;

  ProbeSection(Page page, StaticFindings findings, boolean all) {
    this.page = page;
    this.findings = findings;
    this.all = all;
    comparisons = new ComparisonText(findings, all);
  }

  void write() {
    if (findings.probes().isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, ReportWords.PROBES);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Probe probe : all ? findings.probes() : MergedProbes.of(findings.probes())) {
      lines.computeIfAbsent(probe.factor(), k -> new ArrayList<>()).addAll(lines(probe));
    }
    int width = lines.keySet().stream().mapToInt(factor -> factor.length() + 1).max().orElse(0);
    lines.forEach((factor, of) -> page.fields(factor, Math.max(NARROWEST, width), of));
  }

  private List<String> lines(Probe probe) {
    List<String> lines = new ArrayList<>();
    lines.add(probe.reads() + " (" + Count.of(probe.places().size(), "place") + ")");
    comparisons.lines(Compared.of(probe)).forEach(line -> lines.add("  " + line));
    if (all) {
      probe.places().stream().map(Location::toString).forEach(at -> lines.add("  at " + at));
    }
    return lines;
  }
}
