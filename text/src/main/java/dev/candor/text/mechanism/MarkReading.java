package dev.candor.text.mechanism;

import dev.candor.core.Form;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.util.List;
import java.util.Map;

/**
 * Reads marks: a carrier, a slot, a form, and the codebook.
 *
 * @param carriers by id
 */
record MarkReading(YamlFile file, Map<String, Carrier> carriers) {
  Mark mark(Yaml node) {
    Yaml.Members mark = Yaml.Members.of(file, node, "carrier", "slot", "form", "codebook");
    Carrier carrier = carriers.get(mark.text("carrier"));
    if (carrier == null) {
      throw file.wrong(
          mark.needed("carrier").line(),
          "there is no carrier \""
              + Visible.of(mark.text("carrier"), 80)
              + "\" under carriers, only "
              + String.join(", ", carriers.keySet()));
    }
    List<Row> rows = mark.list("codebook").stream().map(this::row).toList();
    return mark.fitting(() ->
        new Mark(
            carrier,
            mark.optional("slot").orElse(""),
            mark.word("form", Form.values(), Form::word),
            rows));
  }

  private Row row(Yaml node) {
    Yaml.Members row = Yaml.Members.of(file, node, "when", "symbol", "word");
    Truths when = row.node("when").map(one -> truths(file, one)).orElse(Truths.ANY);
    if (row.node("symbol").isPresent() == row.node("word").isPresent()) {
      throw file.wrong(node.line(), "a row has either a symbol (U+2019) or a word");
    }
    String symbol =
        row.node("word").isPresent()
            ? row.text("word")
            : Symbols.of(row.text("symbol"))
                .orElseThrow(() ->
                    file.wrong(
                        row.needed("symbol").line(),
                        "a symbol is written by its code points, as U+2019 or U+0020 U+200B"));
    if (row.node("word").isPresent() && !symbol.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw file.wrong(
          node.line(), "a word is ASCII; write others as symbol, by their code points");
    }
    return row.fitting(() -> new Row(when, symbol));
  }

  /** Of conditions, which hold; {@code *} for either. */
  static Truths truths(YamlFile file, Yaml node) {
    if (!(node instanceof Yaml.Mapping mapping)) {
      throw file.wrong(node.line(), "conditions are written as {domain: yes, keyword: no}");
    }
    Truths truths = Truths.ANY;
    for (Map.Entry<String, Yaml> one : mapping.members().entrySet()) {
      if (!(one.getValue() instanceof Yaml.Scalar(String text, int _) && text.equals("*"))) {
        truths = truths.and(one.getKey(), truth(file, one.getValue()));
      }
    }
    return truths;
  }

  static boolean truth(YamlFile file, Yaml node) {
    String text = node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw file.wrong(node.line(), "yes or no is expected here");
    };
  }
}
