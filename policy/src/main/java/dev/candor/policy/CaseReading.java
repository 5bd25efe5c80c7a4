package dev.candor.policy;

import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the cases of a policy.
 *
 * @param rules ids that they may name
 */
record CaseReading(YamlFile file, Moments moments, Set<String> rules) {
  private static final int LONGEST = 2_000;

  PolicyCase one(Yaml node) {
    Yaml.Members one = Yaml.Members.of(file, node, "name", "at", "facts", "expect");
    Yaml.Members facts =
        Yaml.Members.of(
            file,
            one.needed("facts"),
            "product",
            "tool",
            "version",
            "machine",
            "path",
            "upstream",
            "means");
    Yaml.Members expect =
        Yaml.Members.of(file, one.needed("expect"), "action", "rule", "waived", "undecided");
    Instant at = moments.from(one, "at").orElseThrow(() -> missing(one));
    return new PolicyCase(
        bounded(one, "name").orElseThrow(() -> missing(one)),
        facts(facts),
        at,
        expect.word("action", Action.values(), Action::word),
        rule(expect, "rule"),
        rule(expect, "waived"),
        rule(expect, "undecided"));
  }

  private RuntimeException missing(Yaml.Members one) {
    return file.wrong(one.line(), "a case has the keys name, at, facts and expect");
  }

  private Facts facts(Yaml.Members members) {
    Product.Versioned product;
    try {
      product = Product.parse(members.text("product"));
    } catch (IllegalArgumentException e) {
      throw file.wrong(members.needed("product").line(), "the product " + e.getMessage());
    }
    return new Facts(
        product.product(),
        bounded(members, "tool"),
        bounded(members, "version").or(product::version),
        bounded(members, "machine"),
        bounded(members, "path"),
        bounded(members, "upstream"),
        bounded(members, "means"),
        Optional.empty());
  }

  private Optional<String> rule(Yaml.Members members, String key) {
    Optional<String> rule = members.optional(key);
    rule.filter(it -> !rules.contains(it) && !(key.equals("rule") && it.equals(PolicyCase.DEFAULT)))
        .ifPresent(it -> {
          throw file.wrong(
              members.needed(key).line(), "there is no rule \"" + Visible.of(it, 80) + "\"");
        });
    return rule;
  }

  private Optional<String> bounded(Yaml.Members members, String key) {
    Optional<String> text = members.optional(key);
    text.filter(it -> it.length() > LONGEST)
        .ifPresent(_ -> {
          throw file.wrong(
              members.needed(key).line(),
              "\"" + key + "\" is longer than " + LONGEST + " characters");
        });
    return text;
  }
}
