package dev.candor.policy;

import dev.candor.policy.condition.BrokenCondition;
import dev.candor.policy.condition.Condition;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rules of a policy. */
record RuleReading(YamlFile file, Moments moments) {
  private static final int MOST_WAIVERS = 500;
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_PATH = 1_000;
  private static final int MOST_RANK = 1_000;
  private static final String APPLIES = "applies";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern MECHANISM = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern VERDICT = Pattern.compile("covert|opaque|candid|inconclusive");
  private static final Pattern UNKNOWN = Pattern.compile("applies|undecided");

  /** A purl, with or without a version, or a tool's name. */
  private static final Pattern REPLACEMENT =
      Pattern.compile("pkg:[a-z][a-z0-9.+-]{0,31}/[!-~]{1,560}|[a-z0-9][a-z0-9._-]{0,63}");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}");

  PolicyRule rule(Yaml node) {
    Yaml.Members one =
        Yaml.Members.of(
            file,
            node,
            "id",
            "product",
            "versions",
            "audit",
            "place",
            "when",
            "action",
            "rank",
            "unknown",
            "reason",
            "from",
            "until",
            "replacement",
            "waivers");
    String id = one.matching("id", ID, "small letters, digits and dashes, at most 64");
    if (id.equals(PolicyCase.DEFAULT)) {
      throw file.wrong(one.needed("id").line(), "\"default\" is what no rule matches");
    }
    Scope scope = new ScopeReading(file).scope(one, Optional.empty());
    Optional<Citation> audit = one.node("audit").map(this::citation);
    Optional<Condition> when = one.node("when").map(it -> condition(one, it));
    if (scope.products().isEmpty() && audit.isEmpty()) {
      throw file.wrong(
          one.line(),
          "the rule \"%s\" has neither \"product\" nor \"audit\"; for all products write product: \"*\""
              .formatted(id));
    }
    if (scope.products().isEmpty() && scope.versions().isPresent()) {
      throw file.wrong(
          one.needed("versions").line(), "\"versions\" are those of a product, and none is named");
    }
    return new PolicyRule(
        id,
        scope,
        audit,
        when,
        one.word("action", Action.values(), Action::word),
        rank(one),
        one.node("unknown").isPresent()
            && one.matching("unknown", UNKNOWN, "\"applies\" or \"undecided\"").equals(APPLIES),
        one.text("reason", LONGEST_REASON),
        moments.term(one, moments.until(one, "until")),
        one.node("replacement")
            .map(_ ->
                one.matching(
                    "replacement", REPLACEMENT, "a package URL, or a tool's name as qodercli")),
        one.list("waivers", MOST_WAIVERS).stream().map(it -> waiver(it, scope)).toList());
  }

  private int rank(Yaml.Members one) {
    if (one.node("rank").isEmpty()) {
      return 0;
    }
    int rank = Integer.parseInt(one.matching("rank", NUMBER, "a number from -1000 to 1000"));
    if (Math.abs(rank) > MOST_RANK) {
      throw file.wrong(one.needed("rank").line(), "rank is a number from -1000 to 1000");
    }
    return rank;
  }

  private Citation citation(Yaml node) {
    Yaml.Members one = Yaml.Members.of(file, node, "attestation", "key", "verdict", "mechanism");
    Optional<String> verdict =
        one.node("verdict")
            .map(_ -> one.matching("verdict", VERDICT, "covert, opaque, candid or inconclusive"));
    Optional<String> mechanism =
        one.node("mechanism")
            .map(_ -> one.matching("mechanism", MECHANISM, "a name as claude-code-date"));
    if (verdict.isEmpty() && mechanism.isEmpty()) {
      throw file.wrong(one.line(), "an audit is cited for its \"verdict\" or a \"mechanism\"");
    }
    return new Citation(
        one.text("attestation", LONGEST_PATH), one.text("key", LONGEST_PATH), verdict, mechanism);
  }

  private Condition condition(Yaml.Members one, Yaml node) {
    try {
      return Condition.parse(one.text("when"));
    } catch (BrokenCondition e) {
      throw file.wrong(
          node.line(),
          "the condition is broken at its line %d, column %d: %s"
              .formatted(e.line(), e.column(), Visible.of(String.valueOf(e.getMessage()), 300)));
    }
  }

  private Waiver waiver(Yaml node, Scope of) {
    Yaml.Members one =
        Yaml.Members.of(
            file, node, "product", "versions", "place", "by", "reason", "ticket", "from", "until");
    Optional<String> type = of.products().stream().map(ProductPattern::type).findFirst();
    Scope scope = new ScopeReading(file).scope(one, type);
    if (scope.isEmpty()) {
      throw file.wrong(
          one.line(), "a waiver is for a place, a product or versions; for all, take the rule out");
    }
    String until = one.text("until");
    return new Waiver(
        scope,
        one.text("by", LONGEST_NAME),
        one.text("reason", LONGEST_REASON),
        one.node("ticket").map(_ -> one.text("ticket", LONGEST_NAME)),
        moments.term(
            one, until.equals(Waiver.NEVER) ? Optional.empty() : moments.until(one, "until")),
        until);
  }
}
