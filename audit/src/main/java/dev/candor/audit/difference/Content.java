package dev.candor.audit.difference;

import dev.candor.audit.Compared;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What findings are without names, places and order: values to compare them by. Two builds of the
 * same source give the same.
 */
final class Content {
  private Content() {}

  /** What an encoder picks from. */
  record Choice(Form form, Set<String> alternatives) {
    static Choice of(Encoder encoder) {
      return new Choice(encoder.form(), Set.copyOf(new HashSet<>(encoder.alternatives())));
    }
  }

  private record Chain(
      boolean covert, Set<Choice> choices, Set<String> factors, Set<String> gates) {}

  private record Choosing(Choice choice, Set<String> factors) {}

  /** What a probe reads. */
  record Reading(String factor, String reads) {
    static Reading of(Probe probe) {
      return new Reading(probe.factor(), probe.reads());
    }
  }

  private record Probing(Reading reading, Set<Compared> compares) {}

  static Object of(Flow flow) {
    return new Chain(
        flow.covert(), choices(flow), new HashSet<>(flow.factors()), new HashSet<>(flow.gates()));
  }

  /** Whether both pick from the same and only depend on something else. */
  static boolean kin(Flow older, Flow newer) {
    return older.covert() == newer.covert() && choices(older).equals(choices(newer));
  }

  static Object of(Encoder encoder) {
    return new Choosing(Choice.of(encoder), new HashSet<>(encoder.factors()));
  }

  static boolean kin(Encoder older, Encoder newer) {
    return Choice.of(older).equals(Choice.of(newer));
  }

  static Object of(Probe probe) {
    return new Probing(Reading.of(probe), new HashSet<>(Compared.of(probe)));
  }

  static boolean kin(Probe older, Probe newer) {
    return Reading.of(older).equals(Reading.of(newer));
  }

  /** Whether they share half of what the larger holds: one list with entries added or removed. */
  static boolean kin(List<String> older, List<String> newer) {
    Set<String> left = new HashSet<>(older);
    Set<String> right = new HashSet<>(newer);
    int larger = Math.max(left.size(), right.size());
    left.retainAll(right);
    return !left.isEmpty() && 2 * left.size() >= larger;
  }

  /** All encoders, those of flows too, each choice once with all its factors. */
  static List<Encoder> encoders(StaticFindings findings) {
    List<Encoder> all = new ArrayList<>(findings.encoders());
    findings.flows().forEach(flow -> all.addAll(flow.encoders()));
    Map<Choice, Encoder> merged = new LinkedHashMap<>();
    all.forEach(encoder -> merged.merge(Choice.of(encoder), encoder, Content::withFactorsOf));
    return List.copyOf(merged.values());
  }

  private static Encoder withFactorsOf(Encoder encoder, Encoder other) {
    TreeSet<String> factors = new TreeSet<>(encoder.factors());
    factors.addAll(other.factors());
    return new Encoder(
        encoder.form(), encoder.alternatives(), List.copyOf(factors), encoder.location());
  }

  static Set<Choice> choices(Flow flow) {
    return flow.encoders().stream().map(Choice::of).collect(Collectors.toSet());
  }
}
