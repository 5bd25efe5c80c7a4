package dev.candor.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A policy whose citations are proven: it decides. */
public final class PolicyInForce {
  /** Of several rules that match, the first decides. The order of the file has no part in it. */
  private static final Comparator<PolicyRule> FIRST =
      Comparator.comparingInt(PolicyRule::rank)
          .thenComparing(PolicyRule::action)
          .reversed()
          .thenComparing(rule -> rule.term().from().orElse(Instant.MIN))
          .thenComparing(PolicyRule::id);

  private final Policy policy;
  private final Map<String, Policy.Proof> proofs;
  private final List<PolicyRule> rules;

  PolicyInForce(Policy policy, Map<String, Policy.Proof> proofs) {
    this.policy = policy;
    this.proofs = Map.copyOf(proofs);
    rules = policy.rules().stream().sorted(FIRST).toList();
  }

  public Policy policy() {
    return policy;
  }

  /** What it says of a product at a moment. */
  public Decision decide(Facts facts, Instant at) {
    return decision(
        rules.stream()
            .filter(rule -> product(rule, facts) != Truth.NO)
            .map(rule -> outcome(rule, facts, at))
            .toList());
  }

  /** The same, and what became of each rule. */
  public Explanation explain(Facts facts, Instant at) {
    List<Outcome> all = rules.stream().map(rule -> outcome(rule, facts, at)).toList();
    Decision decision = decision(all);
    return new Explanation(
        facts,
        at,
        decision,
        all.stream()
            .map(one -> decision.rule().equals(Optional.of(one.rule().id())) ? one.deciding() : one)
            .toList());
  }

  /** The moments at which something begins or ends, between those two, the later one included. */
  public List<Instant> borders(Instant after, Instant until) {
    NavigableSet<Instant> all = new TreeSet<>();
    for (PolicyRule rule : rules) {
      Stream.concat(Stream.of(rule.term()), rule.waivers().stream().map(Waiver::term))
          .forEach(term -> {
            term.from().ifPresent(all::add);
            term.until().ifPresent(all::add);
          });
    }
    return after.isBefore(until) ? List.copyOf(all.subSet(after, false, until, true)) : List.of();
  }

  private Truth product(PolicyRule rule, Facts facts) {
    if (!rule.scope().products().isEmpty()) {
      return rule.scope().product(facts);
    }
    return Optional.ofNullable(proofs.get(rule.id()))
        .map(proof -> Truth.of(proof.product().equals(facts.product())))
        .orElse(Truth.YES);
  }

  private Outcome outcome(PolicyRule rule, Facts facts, Instant at) {
    List<Clause> clauses = new ArrayList<>(rule.scope().clauses(facts));
    Optional.ofNullable(proofs.get(rule.id()))
        .filter(_ -> rule.scope().products().isEmpty())
        .ifPresent(proof -> clauses.addAll(subject(proof, facts)));
    Truth lists = Truth.all(clauses.stream().map(Clause::truth));
    // What is not meant anyway is not worth an evaluation.
    if (lists != Truth.NO && rule.when().isPresent()) {
      clauses.add(
          new Clause("when", rule.when().get().holds(facts, at), rule.when().get().toString()));
    }
    Truth truth = Truth.all(clauses.stream().map(Clause::truth));
    return switch (truth) {
      case NO ->
          new Outcome(
              rule, Outcome.State.DIFFERS, clauses, first(clauses, Truth.NO), Optional.empty());
      case UNKNOWN -> {
        String why = first(clauses, Truth.UNKNOWN);
        yield rule.applyUnknown()
            ? inTime(
                rule,
                clauses,
                facts,
                at,
                Outcome.State.MATCHES,
                rule.reason() + " (it applies to what is not known; " + why + ")")
            : inTime(rule, clauses, facts, at, Outcome.State.UNDECIDED, why);
      }
      case YES -> inTime(rule, clauses, facts, at, Outcome.State.MATCHES, rule.reason());
    };
  }

  /** What it is at that moment, where its clauses say so. */
  private static Outcome inTime(
      PolicyRule rule,
      List<Clause> clauses,
      Facts facts,
      Instant at,
      Outcome.State state,
      String why) {
    if (!rule.term().hasBegun(at)) {
      return new Outcome(
          rule,
          Outcome.State.NOT_YET,
          clauses,
          "it counts from " + rule.term().from().orElseThrow() + " on",
          Optional.empty());
    }
    if (rule.term().isOver(at)) {
      return new Outcome(
          rule,
          Outcome.State.OVER,
          clauses,
          "it counted until " + rule.term().until().orElseThrow(),
          Optional.empty());
    }
    Optional<Waiver> waiver = waiver(rule, facts, at);
    return waiver.isPresent()
        ? new Outcome(rule, Outcome.State.WAIVED, clauses, "waived " + waiver.get().words(), waiver)
        : new Outcome(rule, state, clauses, why, Optional.empty());
  }

  /** Of several the one that lasts longest. */
  private static Optional<Waiver> waiver(PolicyRule rule, Facts facts, Instant at) {
    return rule.waivers().stream()
        .filter(one -> one.term().holds(at) && one.scope().matches(facts) == Truth.YES)
        .max(
            Comparator.comparing((Waiver one) -> one.term().until().orElse(Instant.MAX))
                .thenComparing(Waiver::words));
  }

  private static List<Clause> subject(Policy.Proof proof, Facts facts) {
    String audited = proof.attested().purl();
    Truth same = Truth.of(proof.product().equals(facts.product()));
    if (same == Truth.YES && proof.attested().digest().isPresent() && facts.digest().isPresent()) {
      // Digests of other algorithms do not tell.
      var wanted = proof.attested().digest().get();
      var there = facts.digest().get();
      if (wanted.algorithm().equals(there.algorithm())) {
        return List.of(
            new Clause(
                "audit",
                Truth.of(wanted.equals(there)),
                "the digest of " + audited + " is asked for"));
      }
    }
    Truth version =
        proof
            .version()
            .map(it -> facts.version().map(is -> Truth.of(is.equals(it))).orElse(Truth.UNKNOWN))
            .orElse(Truth.UNKNOWN);
    return List.of(
        new Clause(
            "audit",
            Truth.all(Stream.of(same, version)),
            "%s is there, %s was audited"
                .formatted(
                    facts.product() + facts.version().map(it -> "@" + it).orElse(""), audited)));
  }

  private static String first(List<Clause> clauses, Truth truth) {
    return clauses.stream()
        .filter(one -> one.truth() == truth)
        .findFirst()
        .map(one -> one.name() + ": " + one.why())
        .orElse("");
  }

  /** They are sorted. */
  private Decision decision(List<Outcome> outcomes) {
    Optional<Outcome> decides =
        outcomes.stream().filter(one -> one.state() == Outcome.State.MATCHES).findFirst();
    Action action = decides.map(one -> one.rule().action()).orElse(policy.otherwise());
    List<Decision.Undecided> undecided = new ArrayList<>();
    Optional<Decision.Waived> waived = Optional.empty();
    for (Outcome one : outcomes) {
      if (decides.isPresent() && one.rule().id().equals(decides.get().rule().id())) {
        break;
      }
      PolicyRule rule = one.rule();
      if (rule.action() == action) {
        continue;
      }
      if (one.state() == Outcome.State.UNDECIDED) {
        undecided.add(new Decision.Undecided(rule.id(), rule.action(), one.why()));
      }
      if (one.state() == Outcome.State.WAIVED && waived.isEmpty()) {
        waived =
            Optional.of(new Decision.Waived(rule.id(), rule.action(), one.waived().orElseThrow()));
      }
    }
    return new Decision(
        action,
        decides.map(one -> one.rule().id()),
        decides.map(Outcome::why).orElse("no rule matches"),
        decides.flatMap(one -> one.rule().term().from()),
        decides.flatMap(one -> one.rule().replacement()),
        waived,
        undecided);
  }
}
