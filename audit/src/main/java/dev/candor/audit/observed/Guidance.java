package dev.candor.audit.observed;

import dev.candor.audit.FlowParts;
import dev.candor.core.Comparison;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.experiment.Together;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reading of the code says should be tried.
 *
 * @param recovered what it compares factors with, the most telling first
 * @param together factors on which one thing depends
 * @param covert for each covert flow the factors that it reads and a room can set
 */
public record Guidance(
    List<Recovered> recovered, List<Together> together, List<Set<String>> covert) {
  /** Nobody has read the code. */
  public static final Guidance NONE = new Guidance(List.of(), List.of(), List.of());

  private static final Set<String> KNOWN =
      Environment.factors().stream().map(Factor::name).collect(Collectors.toSet());

  /** Each of them is what one of many variables says. */
  private static final Set<String> OF_VARIABLES = Set.of("ci", "editor", "terminal");

  private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}[-_][A-Z]{2}([.].*)?");

  private static final Map<String, Predicate<String>> KINDS =
      Map.of(
          "timezone",
          ZoneId.getAvailableZoneIds()::contains,
          "locale",
          entry -> LOCALE.matcher(entry).matches());

  private static final Pattern VARIABLE =
      Pattern.compile("env(?:iron)?[.\\[(\"']+([A-Za-z_][A-Za-z0-9_]*)");

  public Guidance {
    recovered = List.copyOf(recovered);
    together = List.copyOf(together);
    covert = covert.stream().map(Set::copyOf).toList();
  }

  /** Covert flows first, then other flows, then hidden tables, then constants in clear. */
  public static Guidance of(StaticFindings findings) {
    List<Probe> probes = new ArrayList<>();
    Stream.concat(
            findings.flows().stream().filter(Flow::covert),
            findings.flows().stream().filter(flow -> !flow.covert()))
        .forEach(flow -> probes.addAll(FlowParts.of(flow, findings).probes()));
    probes.addAll(findings.probes());
    Set<Recovered> hidden = new LinkedHashSet<>();
    Set<Recovered> clear = new LinkedHashSet<>();
    int inFlows = probes.size() - findings.probes().size();
    for (int i = 0; i < probes.size(); i++) {
      Probe probe = probes.get(i);
      boolean inFlow = i < inFlows;
      String factor = inFlow ? factor(probe) : probe.factor();
      for (Comparison comparison : probe.compares()) {
        if (isWorthTrying(factor, comparison)) {
          (inFlow || comparison.table().isPresent() ? hidden : clear)
              .add(new Recovered(factor, comparison.values(), comparison.match()));
        }
      }
    }
    List<Set<String>> covert = covert(findings);
    hidden.addAll(ofTheirKind(findings.tables(), covert));
    hidden.addAll(variables(covert));
    hidden.addAll(clear);
    return new Guidance(
        List.copyOf(hidden),
        covert.stream().filter(factors -> factors.size() > 1).map(Together::new).toList(),
        covert);
  }

  /** Whether it is set at all may decide, in ways that are no comparison. */
  private static List<Recovered> variables(List<Set<String>> covert) {
    return covert.stream()
        .flatMap(Set::stream)
        .filter(factor -> factor.startsWith(Environment.VARIABLE))
        .sorted()
        .map(factor -> new Recovered(factor, List.of(), Match.PRESENCE))
        .toList();
  }

  /**
   * Entries of hidden tables that can only be of one factor, whatever the code is seen to compare
   * them with: of several lists that are hidden as one it is not seen.
   */
  private static List<Recovered> ofTheirKind(List<HiddenTable> tables, List<Set<String>> covert) {
    List<Recovered> found = new ArrayList<>();
    KINDS.forEach((factor, kind) -> {
      if (covert.stream().anyMatch(factors -> factors.contains(factor))) {
        tables.stream()
            .map(HiddenTable::entries)
            .map(entries -> entries.stream().filter(kind).toList())
            .filter(entries -> entries.size() > 1)
            .forEach(entries -> found.add(new Recovered(factor, entries, Match.EQUAL)));
      }
    });
    return found;
  }

  /**
   * Whether something is there is no question where it always is; and exit statuses of commands are
   * compared with short numbers, which no level of the commands' factors is.
   */
  private static boolean isWorthTrying(String factor, Comparison comparison) {
    boolean mayLack =
        Environment.base().levels().getOrDefault(factor, Factor.NONE).equals(Factor.NONE);
    return comparison.match() == Match.PRESENCE
        ? mayLack
        : comparison.table().isPresent()
            || comparison.values().stream().anyMatch(value -> value.length() > 1);
  }

  /** Factors that are many variables are set by the one that is read. */
  private static String factor(Probe probe) {
    Matcher variable = VARIABLE.matcher(probe.reads());
    boolean isMany = OF_VARIABLES.contains(probe.factor()) || !KNOWN.contains(probe.factor());
    return isMany && variable.find() ? Environment.VARIABLE + variable.group(1) : probe.factor();
  }

  /** The environment variables among the factors. */
  public Set<String> variables() {
    return recovered.stream()
        .map(Recovered::factor)
        .filter(factor -> factor.startsWith(Environment.VARIABLE))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Set<String>> covert(StaticFindings findings) {
    return findings.flows().stream()
        .filter(Flow::covert)
        .map(flow ->
            FlowParts.of(flow, findings).probes().stream()
                .map(Guidance::factor)
                .filter(factor -> KNOWN.contains(factor) || factor.startsWith(Environment.VARIABLE))
                .collect(Collectors.toSet()))
        .filter(factors -> !factors.isEmpty())
        .distinct()
        .toList();
  }
}
