package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How entries that hold no white space or punctuation other than {@code . - _ /} become one text.
 */
sealed interface Separator {
  String join(List<String> entries);

  /** Declares what is needed, once, and gives expression of the text → expression of an array. */
  UnaryOperator<String> splitter(Js js);

  static Separator draw(Draw draw) {
    return switch (draw.below(16)) {
      case 0, 1, 2, 3 -> new Between(",");
      case 4 -> new Between("|");
      case 5 -> new Between(";");
      case 6 -> new Between("\n");
      case 7 -> new Between(" ");
      case 8 -> new Between("\0");
      case 9 -> new Between("\u00a7");
      case 10 -> new Between("::");
      case 11 -> new Between(", ");
      case 12 -> new Between("\t");
      case 13 -> new FixedWidth();
      case 14 -> new LengthPrefixed();
      default -> new JsonArray();
    };
  }

  /** The same characters between each two entries. */
  record Between(String mark) implements Separator {
    @Override
    public String join(List<String> entries) {
      return String.join(mark, entries);
    }

    @Override
    public UnaryOperator<String> splitter(Js js) {
      return text -> text + ".split(" + js.quote(mark) + ")";
    }
  }

  /** Entries filled up with spaces to one length, which the text's first two digits give. */
  record FixedWidth() implements Separator {
    @Override
    public String join(List<String> entries) {
      int width = entries.stream().mapToInt(String::length).max().orElseThrow();
      return entries.stream()
          .map(e -> e + " ".repeat(width - e.length()))
          .collect(Collectors.joining("", String.format("%02d", width), ""));
    }

    @Override
    public UnaryOperator<String> splitter(Js js) {
      String name =
          js.function(
              "cut",
              "text",
              """
              const @width = +@text.slice(0, 2), @cells = [];
              for (let @from = 2; @from < @text.length; @from += @width) {
                @cells.push(@text.slice(@from, @from + @width).trimEnd());
              }
              return @cells;\
              """);
      return text -> name + "(" + text + ")";
    }
  }

  /** Two digits before each entry that tell its length. */
  record LengthPrefixed() implements Separator {
    @Override
    public String join(List<String> entries) {
      return entries.stream()
          .map(e -> String.format("%02d%s", e.length(), e))
          .collect(Collectors.joining());
    }

    @Override
    public UnaryOperator<String> splitter(Js js) {
      String name =
          js.function(
              "cut",
              "text",
              """
              const @cells = [];
              for (let @from = 0; @from < @text.length; ) {
                const @end = @from + 2 + Number(@text.slice(@from, @from + 2));
                @cells.push(@text.slice(@from + 2, @end));
                @from = @end;
              }
              return @cells;\
              """);
      return text -> name + "(" + text + ")";
    }
  }

  /** A JSON array of strings. */
  record JsonArray() implements Separator {
    @Override
    public String join(List<String> entries) {
      return Literals.strings(entries).replace(", ", ",");
    }

    @Override
    public UnaryOperator<String> splitter(Js js) {
      return text -> "JSON.parse(" + text + ")";
    }
  }
}
