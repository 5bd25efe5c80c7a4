package dev.candor.audit.disclosure;

import dev.candor.artifact.VersionRange;
import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a disclosure as YAML or JSON; {@code docs/disclosure.md} describes the file. */
public final class DisclosureFile {
  public static final String SCHEMA = "candor/disclosure/v1";
  private static final String NOUN = "disclosure";
  private static final int MOST_BYTES = 256 << 10;
  private static final int MOST_STATEMENTS = 500;

  /** Of facts, destinations, places and manners of one statement. */
  private static final int MOST_NAMES = 64;

  private static final int LONGEST_NAME = 600;
  private static final int LONGEST_PURPOSE = 2_000;
  private static final Pattern PURL =
      Pattern.compile("pkg:[a-z][a-z0-9.+-]{0,31}/[^@?#\\s]{1,300}");
  private static final Pattern FACT =
      Pattern.compile("\\*|[a-z][a-z0-9-]{0,63}|variable:[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern ADDRESS = Pattern.compile("https://[!-~]{1,500}");

  private final YamlFile file;

  private DisclosureFile(YamlFile file) {
    this.file = file;
  }

  /**
   * @throws InputException naming the file and the line, if it is no disclosure
   */
  public static Disclosure read(Path file) {
    return parse(Visible.of(file.toString()), YamlFile.text(file, NOUN, MOST_BYTES));
  }

  /**
   * @param name of the file, for messages
   * @throws InputException as {@link #read}
   */
  public static Disclosure parse(String name, String text) {
    YamlFile file = new YamlFile(name, NOUN, "docs/disclosure.md");
    return new DisclosureFile(file)
        .disclosure(Yaml.read(file, text), new Digest("sha256", Sha256.hex(text)));
  }

  private Disclosure disclosure(Yaml root, Digest digest) {
    Yaml.Members top =
        Yaml.Members.of(file, root, "schema", "package", "versions", "vendor", "statements");
    String schema = top.text("schema");
    if (!schema.equals(SCHEMA)) {
      throw file.wrong(
          top.needed("schema").line(),
          "the schema is \"" + Visible.of(schema, 80) + "\", not " + SCHEMA);
    }
    String purl = purl(top);
    top.needed("statements");
    return new Disclosure(
        purl,
        versions(top, purl),
        top.optional("vendor").map(name -> bounded(top, "vendor", name, LONGEST_NAME)),
        top.list("statements", MOST_STATEMENTS).stream().map(this::statement).toList(),
        digest);
  }

  private String purl(Yaml.Members top) {
    // As people write a scope, which a package URL has encoded.
    String purl = top.text("package").replaceFirst("^(pkg:[a-z]+/)@", "$1%40");
    if (!PURL.matcher(purl).matches()) {
      throw file.wrong(
          top.needed("package").line(),
          "the package is a package URL without a version, as pkg:npm/%40scope/name");
    }
    return purl;
  }

  private VersionRange versions(Yaml.Members top, String purl) {
    Yaml node = top.needed("versions");
    String type = purl.substring("pkg:".length(), purl.indexOf('/'));
    try {
      VersionRange range =
          node instanceof Yaml.Sequence
              ? VersionRange.of(type, texts(top, "versions", 1_000))
              : new VersionRange(top.text("versions"));
      if (!range.type().equals(type)) {
        throw file.wrong(
            node.line(), "the versions are those of another type of packages than " + type);
      }
      return range;
    } catch (IllegalArgumentException e) {
      throw file.wrong(node.line(), "the range of versions " + Visible.of(why(e), 200));
    }
  }

  private Statement statement(Yaml node) {
    Yaml.Members one =
        Yaml.Members.of(
            file, node, "facts", "to", "request", "place", "as", "purpose", "documentation");
    List<String> facts = texts(one, "facts", MOST_NAMES);
    facts.stream()
        .filter(fact -> !FACT.matcher(fact).matches())
        .findFirst()
        .ifPresent(fact -> {
          throw file.wrong(
              one.needed("facts").line(),
              "\""
                  + Visible.of(fact, 80)
                  + "\" is no fact: write a factor as candor factors lists them, variable:NAME, or *");
        });
    List<Manner> as =
        texts(one, "as", MOST_NAMES).stream()
            .map(word -> one.word("as", word, Manner.values(), Manner::word))
            .toList();
    String purpose = bounded(one, "purpose", one.text("purpose"), LONGEST_PURPOSE);
    Optional<String> documentation =
        one.node("documentation")
            .map(_ -> one.matching("documentation", ADDRESS, "an address with https://"));
    try {
      return new Statement(
          facts,
          texts(one, "to", MOST_NAMES),
          one.optional("request"),
          texts(one, "place", MOST_NAMES),
          as,
          purpose,
          documentation);
    } catch (IllegalArgumentException e) {
      throw file.wrong(one.line(), "the statement " + Visible.of(why(e), 300));
    }
  }

  /** One text, or a list of them; at least one. */
  private List<String> texts(Yaml.Members members, String key, int most) {
    Yaml node = members.needed(key);
    List<Yaml> all = node instanceof Yaml.Sequence ? members.list(key, most) : List.of(node);
    if (all.isEmpty()) {
      throw file.wrong(node.line(), "\"" + key + "\" holds nothing");
    }
    List<String> texts = new ArrayList<>();
    for (Yaml one : all) {
      texts.add(bounded(members, key, members.scalar(one, key), LONGEST_NAME));
    }
    return texts;
  }

  private String bounded(Yaml.Members members, String key, String text, int most) {
    if (text.isBlank() || text.length() > most) {
      throw file.wrong(
          members.needed(key).line(), "\"" + key + "\" is a text of 1 to " + most + " characters");
    }
    return text.strip();
  }

  private static String why(IllegalArgumentException e) {
    return String.valueOf(e.getMessage());
  }
}
