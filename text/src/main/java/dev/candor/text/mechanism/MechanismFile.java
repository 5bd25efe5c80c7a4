package dev.candor.text.mechanism;

import static dev.candor.text.mechanism.Yaml.wrong;

import dev.candor.core.Digest;
import dev.candor.core.Form;
import dev.candor.core.InputException;
import dev.candor.core.Match;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a mechanism as YAML; {@code docs/mechanism.md} describes the file. */
public final class MechanismFile {
  public static final String SCHEMA = "candor/mechanism/v1";
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_ENTRIES = 10_000;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern FACTOR =
      Pattern.compile("[a-z][a-z0-9-]{0,63}|variable:[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern VERSIONS = Pattern.compile("vers:[a-z]+/[!-~]{1,500}");

  private final String name;

  private MechanismFile(String name) {
    this.name = name;
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
    return new MechanismFile(name).mechanism(Yaml.read(name, text));
  }

  private Mechanism mechanism(Yaml root) {
    Yaml.Members top =
        members(
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
      throw wrong(
          name,
          top.needed("schema").line(),
          "the schema is \"" + Visible.of(schema, 80) + "\", not " + SCHEMA);
    }
    List<Condition> conditions = elements(top, "conditions").stream().map(this::condition).toList();
    Map<String, Carrier> carriers = carriers(top);
    List<Mark> marks = elements(top, "marks").stream().map(node -> mark(node, carriers)).toList();
    carriers.forEach((id, carrier) -> {
      if (marks.stream().noneMatch(mark -> mark.carrier().equals(carrier))) {
        throw wrong(name, top.line(), "the carrier " + id + " has no mark");
      }
    });
    return fitting(
        top.line(),
        () ->
            new Mechanism(
                matching(top, "name", NAME, "small letters, digits and dashes"),
                top.optional("summary").orElse("").strip(),
                purl(top),
                top.node("versions").isPresent()
                    ? matching(top, "versions", VERSIONS, "a range as vers:npm/>=1.0.0|<2.0.0")
                    : "",
                elements(top, "seen").stream().map(this::seen).toList(),
                established(top.needed("established")),
                conditions,
                top.node("gate").map(this::gate).orElse(Gate.UNKNOWN),
                marks));
  }

  private String purl(Yaml.Members top) {
    String purl = top.text("package");
    if (!purl.startsWith("pkg:") || purl.indexOf('@') >= 0) {
      throw wrong(
          name,
          top.needed("package").line(),
          "the package is a package URL without a version, as pkg:npm/%40scope/name");
    }
    return purl;
  }

  private Seen seen(Yaml node) {
    Yaml.Members seen = members(node, "package", "sha512", "sha256");
    Optional<Digest> digest =
        seen.optional("sha512")
            .map(hex -> digest("sha512", hex, 128, node))
            .or(() -> seen.optional("sha256").map(hex -> digest("sha256", hex, 64, node)));
    return new Seen(seen.text("package"), digest);
  }

  private Digest digest(String algorithm, String hex, int length, Yaml at) {
    if (!hex.matches("[0-9a-f]{" + length + "}")) {
      throw wrong(
          name, at.line(), algorithm + " is " + length + " hexadecimal digits in lower case");
    }
    return new Digest(algorithm, hex);
  }

  private Established established(Yaml node) {
    Yaml.Members how = members(node, "engine", "date", "scanned", "trials");
    LocalDate date;
    try {
      date = LocalDate.parse(how.text("date"));
    } catch (DateTimeParseException e) {
      throw wrong(name, how.needed("date").line(), "the date is written as 2026-11-21");
    }
    return new Established(
        how.text("engine"), date, truth(how.needed("scanned")), number(how, "trials", 0, 1 << 30));
  }

  private Condition condition(Yaml node) {
    Yaml.Members one = members(node, "id", "factor", "part", "match", "values");
    String match = one.text("match");
    List<String> values =
        elements(one, "values", Condition.MOST_VALUES).stream()
            .map(value -> one.scalar(value, "values"))
            .toList();
    return fitting(
        one.line(),
        () ->
            new Condition(
                matching(one, "id", NAME, "small letters, digits and dashes"),
                matching(one, "factor", FACTOR, "a factor as timezone, or variable:NAME"),
                part(one),
                word(
                    Match.values(),
                    Match::word,
                    match.equals("dot-suffix") ? Match.DOT_SUFFIX.word() : match,
                    one.needed("match")),
                values));
  }

  private Condition.Part part(Yaml.Members one) {
    return one.node("part")
        .map(node ->
            word(Condition.Part.values(), Condition.Part::word, one.scalar(node, "part"), node))
        .orElse(Condition.Part.WHOLE);
  }

  private Gate gate(Yaml node) {
    Yaml.Members gate = members(node, "closed", "complete");
    List<Truths> closed = elements(gate, "closed").stream().map(this::truths).toList();
    return fitting(node.line(), () -> new Gate(closed, truth(gate.needed("complete"))));
  }

  private Map<String, Carrier> carriers(Yaml.Members top) {
    Map<String, Carrier> carriers = new LinkedHashMap<>();
    for (Yaml node : elements(top, "carriers")) {
      Carrier carrier = new CarrierReading(name).carrier(node);
      if (carriers.put(carrier.id(), carrier) != null) {
        throw wrong(name, node.line(), "there are two carriers " + carrier.id());
      }
    }
    return carriers;
  }

  private Mark mark(Yaml node, Map<String, Carrier> carriers) {
    Yaml.Members mark = members(node, "carrier", "slot", "form", "codebook");
    Carrier carrier = carriers.get(mark.text("carrier"));
    if (carrier == null) {
      throw wrong(
          name,
          mark.needed("carrier").line(),
          "there is no carrier \""
              + Visible.of(mark.text("carrier"), 80)
              + "\" under carriers, only "
              + String.join(", ", carriers.keySet()));
    }
    List<Row> rows = elements(mark, "codebook").stream().map(this::row).toList();
    return fitting(
        node.line(),
        () ->
            new Mark(
                carrier,
                mark.optional("slot").orElse(""),
                word(Form.values(), Form::word, mark.text("form"), mark.needed("form")),
                rows));
  }

  private Row row(Yaml node) {
    Yaml.Members row = members(node, "when", "symbol", "word");
    Truths when = row.node("when").map(this::truths).orElse(Truths.ANY);
    if (row.node("symbol").isPresent() == row.node("word").isPresent()) {
      throw wrong(name, node.line(), "a row has either a symbol (U+2019) or a word");
    }
    String symbol =
        row.node("word").isPresent()
            ? row.text("word")
            : Symbols.of(row.text("symbol"))
                .orElseThrow(() ->
                    wrong(
                        name,
                        row.needed("symbol").line(),
                        "a symbol is written by its code points, as U+2019 or U+0020 U+200B"));
    if (row.node("word").isPresent() && !symbol.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw wrong(
          name, node.line(), "a word is ASCII; write others as symbol, by their code points");
    }
    return fitting(node.line(), () -> new Row(when, symbol));
  }

  private Truths truths(Yaml node) {
    if (!(node instanceof Yaml.Mapping mapping)) {
      throw wrong(name, node.line(), "conditions are written as {domain: yes, keyword: no}");
    }
    Truths truths = Truths.ANY;
    for (Map.Entry<String, Yaml> one : mapping.members().entrySet()) {
      if (!(one.getValue() instanceof Yaml.Scalar(String text, int _) && text.equals("*"))) {
        truths = truths.and(one.getKey(), truth(one.getValue()));
      }
    }
    return truths;
  }

  private boolean truth(Yaml node) {
    String text = node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw wrong(name, node.line(), "yes or no is expected here");
    };
  }

  private int number(Yaml.Members members, String key, int least, int most) {
    String text = members.text(key);
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(name, members.needed(key).line(), key + " is a number");
  }

  private List<Yaml> elements(Yaml.Members members, String key) {
    return elements(members, key, MOST_ENTRIES);
  }

  private List<Yaml> elements(Yaml.Members members, String key, int most) {
    List<Yaml> all = new ArrayList<>(members.list(key));
    if (all.size() > most) {
      throw wrong(name, all.get(most).line(), "\"" + key + "\" has more than " + most + " entries");
    }
    return all;
  }

  private Yaml.Members members(Yaml node, String... known) {
    Set<String> keys = new LinkedHashSet<>(List.of(known));
    return Yaml.Members.of(name, node, keys);
  }

  private String matching(Yaml.Members members, String key, Pattern form, String described) {
    String text = members.text(key);
    if (!form.matcher(text).matches()) {
      throw wrong(name, members.needed(key).line(), key + " is " + described);
    }
    return text;
  }

  private <T> T word(T[] all, java.util.function.Function<T, String> word, String asked, Yaml at) {
    for (T one : all) {
      if (word.apply(one).equals(asked.toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    throw wrong(
        name,
        at.line(),
        "\""
            + Visible.of(asked, 80)
            + "\" is none of "
            + String.join(", ", java.util.Arrays.stream(all).map(word).toList()));
  }

  private <T> T fitting(int line, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw wrong(name, line, "the mechanism " + Visible.of(String.valueOf(e.getMessage()), 300));
    }
  }
}
