package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.ArrayList;
import java.util.List;

/** Pieces of text whose characters are written as {@code \\x} or {@code \\}{@code u} escapes. */
record Escaped() implements Coding {
  @Override
  public List<String> steps() {
    return List.of("escapes");
  }

  @Override
  public String store(String text, Js js) {
    String pattern = js.draw().pick("\\x%02x", "\\u%04x", "\\u{%x}", "\\x%02X");
    int piece = js.draw().pick(List.of(20, 60, 100_000));
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += piece) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.substring(from, Math.min(text.length(), from + piece)).toCharArray()) {
        out.append(pattern.formatted((int) c));
      }
      pieces.add(out.append('"').toString());
    }
    return pieces.size() == 1
        ? pieces.getFirst()
        : js.draw().chance(50)
            ? "(" + String.join(" + ", pieces) + ")"
            : "[" + String.join(", ", pieces) + "].join(\"\")";
  }

  @Override
  public String read(String stored, boolean ascii, Js js) {
    return stored;
  }
}
