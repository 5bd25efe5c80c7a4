package dev.candor.text.mechanism;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Match;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a mechanism as YAML; {@code docs/mechanism.md} describes the file. */
public final class MechanismFile {
  public static final String SCHEMA = "candor/mechanism/v1";
  private static final int MOST_BYTES = 4 << 20;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern FACTOR =
      Pattern.compile("[a-z][a-z0-9-]{0,63}|variable:[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern VERSIONS = Pattern.compile("vers:[a-z]+/[!-~]{1,500}");

  private final YamlFile file;

  private MechanismFile(YamlFile file) {
    this.file = file;
  }

  /**
   * @throws InputException naming the file and the line, if it is no mechanism
   */
  public static Mechanism read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InputException(
            file + " is larger than 4 MiB, which no mechanism is. Name another file.");
      }
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InputException(
          file + " cannot be read as text (" + e.getMessage() + "); check path and permissions.",
          e);
    }
  }

  /**
   * @param name of the file, for messages
   * @throws InputException as {@link #read}
   */
  public static Mechanism parse(String name, String text) {
    YamlFile file = new YamlFile(name, "mechanism", "docs/mechanism.md");
    return new MechanismFile(file).mechanism(Yaml.read(file, text));
  }

  private Mechanism mechanism(Yaml root) {
    Yaml.Members top =
        Yaml.Members.of(
            file,
            root,
            "schema",
            "name",
            "summary",
            "package",
            "versions",
            "seen",
            "established",
            "conditions",
            "gate",
            "carriers",
            "marks");
    String schema = top.text("schema");
    if (!schema.equals(SCHEMA)) {
      throw file.wrong(
          top.needed("schema").line(),
          "the schema is \"" + Visible.of(schema, 80) + "\", not " + SCHEMA);
    }
    List<Condition> conditions = top.list("conditions").stream().map(this::condition).toList();
    Map<String, Carrier> carriers = carriers(top);
    List<Mark> marks =
        top.list("marks").stream().map(new MarkReading(file, carriers)::mark).toList();
    carriers.forEach((id, carrier) -> {
      if (marks.stream().noneMatch(mark -> mark.carrier().equals(carrier))) {
        throw file.wrong(top.line(), "the carrier " + id + " has no mark");
      }
    });
    return top.fitting(() ->
        new Mechanism(
            top.matching("name", NAME, "small letters, digits and dashes"),
            top.optional("summary").orElse("").strip(),
            purl(top),
            top.node("versions").isPresent()
                ? top.matching("versions", VERSIONS, "a range as vers:npm/>=1.0.0|<2.0.0")
                : "",
            top.list("seen").stream().map(this::seen).toList(),
            established(top.needed("established")),
            conditions,
            top.node("gate").map(this::gate).orElse(Gate.UNKNOWN),
            marks));
  }

  private String purl(Yaml.Members top) {
    String purl = top.text("package");
    if (!purl.startsWith("pkg:") || purl.indexOf('@') >= 0) {
      throw file.wrong(
          top.needed("package").line(),
          "the package is a package URL without a version, as pkg:npm/%40scope/name");
    }
    return purl;
  }

  private Seen seen(Yaml node) {
    Yaml.Members seen = Yaml.Members.of(file, node, "package", "sha512", "sha256");
    Optional<Digest> digest =
        seen.optional("sha512")
            .map(hex -> digest("sha512", hex, 128, node))
            .or(() -> seen.optional("sha256").map(hex -> digest("sha256", hex, 64, node)));
    return new Seen(seen.text("package"), digest);
  }

  private Digest digest(String algorithm, String hex, int length, Yaml at) {
    if (!hex.matches("[0-9a-f]{" + length + "}")) {
      throw file.wrong(
          at.line(), algorithm + " is " + length + " hexadecimal digits in lower case");
    }
    return new Digest(algorithm, hex);
  }

  private Established established(Yaml node) {
    Yaml.Members how = Yaml.Members.of(file, node, "engine", "date", "scanned", "trials");
    LocalDate date;
    try {
      date = LocalDate.parse(how.text("date"));
    } catch (DateTimeParseException e) {
      throw file.wrong(how.needed("date").line(), "the date is written as 2026-11-21");
    }
    return new Established(
        how.text("engine"),
        date,
        MarkReading.truth(file, how.needed("scanned")),
        number(how, "trials"));
  }

  private Condition condition(Yaml node) {
    Yaml.Members one = Yaml.Members.of(file, node, "id", "factor", "part", "match", "values");
    String match = one.text("match");
    List<String> values =
        one.list("values", Condition.MOST_VALUES).stream()
            .map(value -> one.scalar(value, "values"))
            .toList();
    return one.fitting(() ->
        new Condition(
            one.matching("id", NAME, "small letters, digits and dashes"),
            one.matching("factor", FACTOR, "a factor as timezone, or variable:NAME"),
            part(one),
            one.word(
                "match",
                match.equals("dot-suffix") ? Match.DOT_SUFFIX.word() : match,
                Match.values(),
                Match::word),
            values));
  }

  private static Condition.Part part(Yaml.Members one) {
    return one.node("part").isPresent()
        ? one.word("part", Condition.Part.values(), Condition.Part::word)
        : Condition.Part.WHOLE;
  }

  private Gate gate(Yaml node) {
    Yaml.Members gate = Yaml.Members.of(file, node, "closed", "complete");
    List<Truths> closed =
        gate.list("closed").stream().map(one -> MarkReading.truths(file, one)).toList();
    return gate.fitting(() -> new Gate(closed, MarkReading.truth(file, gate.needed("complete"))));
  }

  private Map<String, Carrier> carriers(Yaml.Members top) {
    Map<String, Carrier> carriers = new LinkedHashMap<>();
    for (Yaml node : top.list("carriers")) {
      Carrier carrier = new CarrierReading(file).carrier(node);
      if (carriers.put(carrier.id(), carrier) != null) {
        throw file.wrong(node.line(), "there are two carriers " + carrier.id());
      }
    }
    return carriers;
  }

  private int number(Yaml.Members members, String key) {
    String text = members.text(key);
    if (!text.matches("\\d{1,9}")) {
      throw file.wrong(members.needed(key).line(), key + " is a number");
    }
    return Integer.parseInt(text);
  }
}
