package dev.candor.text.mechanism;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Filler;
import dev.candor.core.mechanism.Template;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads carriers: an id, a kind, and what that kind needs. */
record CarrierReading(YamlFile file) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern REQUEST = Pattern.compile("[A-Z]{1,16} /[!-~]{0,500}");
  private static final Pattern POINTER = Pattern.compile("(/[^\\x00-\\x1f]*)?");
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern FILLER =
      Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))? (digits|letters|characters)");

  Carrier carrier(Yaml node) {
    Yaml.Members all =
        of(node, "kind", "text", "place", "fillers", "header", "pointer", "position");
    String kind = all.text("kind");
    String id = all.matching("id", ID, "small letters, digits and dashes");
    String request =
        all.node("request").isPresent()
            ? all.matching("request", REQUEST, "a method and a path, as POST /v1/messages")
            : "";
    try {
      return switch (kind) {
        case "text" -> text(of(node, "kind", "text", "place", "fillers"), id, request);
        case "header-order" -> {
          of(node, "kind");
          yield new Carrier.HeaderOrder(id, request);
        }
        case "header-case" ->
            new Carrier.HeaderCase(
                id,
                request,
                of(node, "kind", "header").matching("header", HEADER, "a header's name"));
        case "key-order" -> new Carrier.KeyOrder(id, request, pointer(node));
        case "number-spelling" -> new Carrier.NumberSpelling(id, request, pointer(node));
        case "digit" -> {
          Yaml.Members digit = of(node, "kind", "place", "position");
          yield new Carrier.Digit(id, request, place(digit), position(digit));
        }
        case "value" -> new Carrier.Value(id, request, place(of(node, "kind", "place")));
        default ->
            throw file.wrong(
                all.needed("kind").line(),
                "the kind \""
                    + Visible.of(kind, 80)
                    + "\" is none of text, header-order, header-case, key-order, number-spelling, digit, value");
      };
    } catch (IllegalArgumentException e) {
      throw file.wrong(node.line(), "the carrier " + id + " " + e.getMessage());
    }
  }

  private Carrier text(Yaml.Members text, String id, String request) {
    Map<String, Filler> fillers = new LinkedHashMap<>();
    text.map("fillers").forEach((slot, node) -> fillers.put(slot, filler(text, node)));
    return new Carrier.Text(
        id,
        request,
        text.node("place").isPresent() ? place(text) : "",
        Template.of(text.text("text")),
        fillers);
  }

  private Filler filler(Yaml.Members text, Yaml node) {
    Matcher filler = FILLER.matcher(text.scalar(node, "fillers"));
    if (!filler.matches()) {
      throw file.wrong(node.line(), "a filler is written as 4 digits or 1-80 characters");
    }
    int least = Integer.parseInt(filler.group(1));
    int most = filler.group(2) == null ? least : Integer.parseInt(filler.group(2));
    for (Filler.Kind kind : Filler.Kind.values()) {
      if (kind.word().equals(filler.group(3))) {
        return new Filler(kind, least, most);
      }
    }
    throw new IllegalStateException(filler.group(3));
  }

  private String pointer(Yaml node) {
    return of(node, "kind", "pointer")
        .matching("pointer", POINTER, "a JSON pointer, as /messages/*/content");
  }

  private String place(Yaml.Members members) {
    String place = members.text("place");
    Pattern form = place.startsWith("/") ? POINTER : HEADER;
    return members.matching("place", form, "a header's name or a JSON pointer");
  }

  private int position(Yaml.Members members) {
    String text = members.text("position");
    if (!text.matches("-?\\d{1,4}")) {
      throw file.wrong(
          members.needed("position").line(),
          "the position is a number, 0 for the first and -1 for the last character");
    }
    return Integer.parseInt(text);
  }

  private Yaml.Members of(Yaml node, String... known) {
    List<String> keys = new ArrayList<>(List.of("id", "request"));
    keys.addAll(List.of(known));
    return Yaml.Members.of(file, node, keys.toArray(String[]::new));
  }
}
