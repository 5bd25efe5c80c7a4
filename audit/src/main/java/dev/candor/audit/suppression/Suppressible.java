package dev.candor.audit.suppression;

import dev.candor.audit.Finding;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.Report;
import dev.candor.audit.Rule;
import dev.candor.audit.SignalRule;
import dev.candor.audit.StaticRule;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding of a report as suppressions name it.
 *
 * @param module that holds it; empty for what stands in traffic
 */
record Suppressible(String rule, String fingerprint, Optional<String> module) {
  /** All findings of all rules. */
  static List<Suppressible> all(Report report) {
    List<Suppressible> all = new ArrayList<>();
    for (Rule rule : Rule.all()) {
      switch (rule) {
        case StaticRule code -> {
          for (Finding finding : code.findings(report.findings())) {
            all.add(
                new Suppressible(
                    rule.id(), finding.fingerprint(), Optional.of(finding.location().module())));
          }
        }
        case SignalRule traffic -> {
          for (Confirmed one : report.observed().map(Observed::signals).orElse(List.of())) {
            if (one.signal().form() == traffic.form()) {
              all.add(new Suppressible(rule.id(), Fingerprint.of(one.signal()), Optional.empty()));
            }
          }
        }
      }
    }
    return all;
  }
}
