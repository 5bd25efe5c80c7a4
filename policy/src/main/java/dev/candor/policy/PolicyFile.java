package dev.candor.policy;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a policy as YAML; {@code docs/policy.md} describes the file. */
public final class PolicyFile {
  public static final String SCHEMA = "candor/policy/v1";

  /** Of a file with cases alone. */
  public static final String CASES_SCHEMA = "candor/policy-tests/v1";

  /** What it is, for messages. */
  public static final String NOUN = "policy";

  /** Of a policy, and of a file with cases. */
  public static final int MOST_BYTES = 4 << 20;

  private static final String PAGE = "docs/policy.md";
  private static final int MOST_RULES = 2_000;
  private static final int MOST_CASES = 5_000;
  private static final String UTC = "UTC";

  private PolicyFile() {}

  /**
   * @param name of the file, for messages
   * @throws InputException naming the file and the line, if it is no policy
   */
  public static Policy parse(String name, String text) {
    YamlFile file = new YamlFile(name, NOUN, PAGE);
    Yaml.Members top =
        Yaml.Members.of(
            file, Yaml.read(file, text), "schema", "name", "zone", "default", "rules", "tests");
    schema(file, top, SCHEMA);
    ZoneId zone = zone(file, top);
    Action otherwise =
        top.node("default")
            .map(_ -> top.word("default", Action.values(), Action::word))
            .orElse(Action.ALLOW);
    top.needed("rules");
    RuleReading reading = new RuleReading(file, new Moments(file, zone));
    List<PolicyRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Yaml node : top.list("rules", MOST_RULES)) {
      PolicyRule rule = reading.rule(node);
      if (!ids.add(rule.id())) {
        throw file.wrong(node.line(), "the id \"" + rule.id() + "\" is there twice");
      }
      rules.add(rule);
    }
    Policy policy = new Policy(name, zone, otherwise, rules, List.of());
    return new Policy(name, zone, otherwise, rules, cases(file, top, policy));
  }

  /**
   * Cases that stand in a file of their own.
   *
   * @param name of the file, for messages
   * @param policy whose rules they name, in whose zone their days are
   * @throws InputException naming the file and the line, if it holds no cases
   */
  public static List<PolicyCase> cases(String name, String text, Policy policy) {
    YamlFile file = new YamlFile(name, "policy's tests", PAGE);
    Yaml.Members top = Yaml.Members.of(file, Yaml.read(file, text), "schema", "tests");
    schema(file, top, CASES_SCHEMA);
    top.needed("tests");
    return cases(file, top, policy);
  }

  private static List<PolicyCase> cases(YamlFile file, Yaml.Members top, Policy policy) {
    CaseReading reading = new CaseReading(file, new Moments(file, policy.zone()), policy.ids());
    return top.list("tests", MOST_CASES).stream().map(reading::one).toList();
  }

  private static void schema(YamlFile file, Yaml.Members top, String wanted) {
    String schema = top.text("schema");
    if (!schema.equals(wanted)) {
      throw file.wrong(
          top.needed("schema").line(),
          "the schema is \"" + Visible.of(schema, 80) + "\", not " + wanted);
    }
  }

  /** A zone that has a name, since an offset does not know about summer. */
  private static ZoneId zone(YamlFile file, Yaml.Members top) {
    String zone = top.text("zone");
    if (!zone.equals(UTC)
        && !(zone.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(zone))) {
      throw file.wrong(
          top.needed("zone").line(),
          "\""
              + Visible.of(zone, 80)
              + "\" is no time zone as Asia/Shanghai, Europe/Berlin or UTC");
    }
    return ZoneId.of(zone);
  }
}
