package dev.candor.audit.suppression;

import dev.candor.audit.Rule;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads reviewed suppressions as YAML; {@code docs/suppressions.md} describes the file. */
public final class SuppressionsFile {
  static final String SCHEMA = "candor/suppressions/v1";
  private static final String NOUN = "suppressions file";
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST = 2_000;
  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_NAME = 300;
  private static final Pattern FINGERPRINT = Pattern.compile("[a-z]{1,20}-[0-9a-f]{6,64}");

  private final YamlFile file;

  private SuppressionsFile(YamlFile file) {
    this.file = file;
  }

  /**
   * @param today by which expiry is told, in UTC
   * @throws InputException naming the file and the line, if it is no such file
   */
  public static Suppressions read(Path file, LocalDate today) {
    return parse(Visible.of(file.toString()), YamlFile.text(file, NOUN, MOST_BYTES), today);
  }

  /**
   * @param name of the file, for messages
   * @throws InputException as {@link #read}
   */
  public static Suppressions parse(String name, String text, LocalDate today) {
    YamlFile file = new YamlFile(name, NOUN, "docs/suppressions.md");
    return new Suppressions(new SuppressionsFile(file).all(Yaml.read(file, text)), today);
  }

  private List<Suppression> all(Yaml root) {
    Yaml.Members top = Yaml.Members.of(file, root, "schema", "suppressions");
    String schema = top.text("schema");
    if (!schema.equals(SCHEMA)) {
      throw file.wrong(
          top.needed("schema").line(),
          "the schema is \"" + Visible.of(schema, 80) + "\", not " + SCHEMA);
    }
    top.needed("suppressions");
    List<Suppression> all = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Yaml node : top.list("suppressions", MOST)) {
      Suppression one = suppression(node);
      if (!seen.add(List.of(one.rule(), one.fingerprint(), one.path().orElse("")))) {
        throw file.wrong(node.line(), "this finding is suppressed twice");
      }
      all.add(one);
    }
    return all;
  }

  private Suppression suppression(Yaml node) {
    Yaml.Members one =
        Yaml.Members.of(file, node, "rule", "fingerprint", "path", "reason", "expires", "by");
    String rule = one.text("rule");
    if (Rule.all().stream().noneMatch(known -> known.id().equals(rule))) {
      throw file.wrong(
          one.needed("rule").line(), "there is no rule \"" + Visible.of(rule, 80) + "\"");
    }
    Optional<String> path = one.node("path").map(_ -> one.text("path", LONGEST_PATH));
    String fingerprint =
        one.matching("fingerprint", FINGERPRINT, "a name as table-0123456789ab, as SARIF has it");
    try {
      return new Suppression(
          rule,
          fingerprint,
          path,
          one.text("reason", LONGEST_REASON),
          expires(one),
          one.text("by", LONGEST_NAME));
    } catch (IllegalArgumentException e) {
      throw file.wrong(one.needed("path").line(), "the path: " + e.getMessage());
    }
  }

  /** Who wants no end must say so. */
  private Optional<LocalDate> expires(Yaml.Members one) {
    String text = one.text("expires");
    if (text.equals(Suppression.NEVER)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw file.wrong(one.needed("expires").line(), "expires is a day as 2027-01-31, or never");
    }
  }
}
