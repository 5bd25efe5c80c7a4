package dev.candor.policy;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as its file has it. What it cites is not proven yet.
 *
 * @param file it is from, for messages
 * @param zone in which its days begin and end
 * @param otherwise what becomes of what no rule matches
 * @param rules in the order of the file, which means nothing
 * @param cases that it must decide as they say
 */
public record Policy(
    String file, ZoneId zone, Action otherwise, List<PolicyRule> rules, List<PolicyCase> cases) {
  public Policy {
    rules = List.copyOf(rules);
    cases = List.copyOf(cases);
  }

  /** What each rule cites, by the rule's id. */
  public Map<String, Citation> citations() {
    Map<String, Citation> all = new HashMap<>();
    rules.forEach(rule -> rule.audit().ifPresent(it -> all.put(rule.id(), it)));
    return all;
  }

  /**
   * The policy that can decide.
   *
   * @param attested what the verified attestations say, by the id of the rule that cites them
   * @throws InputException if one is missing or does not say what the rule says of it
   */
  public PolicyInForce inForce(Map<String, Attested> attested) {
    Map<String, Proof> proofs = new HashMap<>();
    for (PolicyRule rule : rules) {
      rule.audit().ifPresent(citation -> proofs.put(rule.id(), proof(rule, citation, attested)));
    }
    return new PolicyInForce(this, proofs);
  }

  private Proof proof(PolicyRule rule, Citation citation, Map<String, Attested> attested) {
    Attested found =
        Optional.ofNullable(attested.get(rule.id()))
            .orElseThrow(() -> wrong(rule, "was not verified", citation));
    citation
        .verdict()
        .filter(wanted -> !found.verdict().equals(Optional.of(wanted)))
        .ifPresent(wanted -> {
          throw wrong(
              rule,
              "has the verdict %s, and the rule says %s"
                  .formatted(found.verdict().orElse("of nobody"), wanted),
              citation);
        });
    citation
        .mechanism()
        .filter(wanted -> !found.mechanisms().contains(wanted))
        .ifPresent(wanted -> {
          throw wrong(rule, "has no mechanism " + wanted, citation);
        });
    Proof proof;
    try {
      proof = Proof.of(found);
    } catch (IllegalArgumentException e) {
      throw wrong(rule, "speaks of " + found.purl() + ", which names no package", citation);
    }
    Facts subject = Facts.of(new Product.Versioned(proof.product(), proof.version()));
    if (rule.scope().product(subject) == Truth.NO
        || rule.scope().clauses(subject).stream()
            .anyMatch(one -> one.name().equals("versions") && one.truth() == Truth.NO)) {
      throw wrong(
          rule, "speaks of " + found.purl() + ", of which the rule does not speak", citation);
    }
    return proof;
  }

  private InputException wrong(PolicyRule rule, String what, Citation citation) {
    return new InputException(
        "%s, rule %s: the attestation %s %s. Correct the rule or its attestation."
            .formatted(file, rule.id(), citation.attestation(), what));
  }

  /**
   * A moment as somebody asks for it: a day, of which it is the first moment in the policy's zone,
   * or a moment with an offset.
   *
   * @throws InputException if it is neither
   */
  public Instant moment(String text) {
    try {
      return text.indexOf('T') >= 0
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new InputException(
          "\"%s\" is neither a day as 2026-07-10 nor a moment as 2026-07-10T09:00+08:00."
              .formatted(Visible.of(text, 80)),
          e);
    }
  }

  /** What a rule is about that names no product itself. */
  record Proof(Product product, Optional<String> version, Attested attested) {
    static Proof of(Attested attested) {
      Product.Versioned subject = Product.parse(attested.purl());
      return new Proof(subject.product(), subject.version(), attested);
    }
  }

  /** Ids of rules. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> ids.add(rule.id()));
    return ids;
  }
}
