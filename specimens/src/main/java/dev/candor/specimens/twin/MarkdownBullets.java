package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Bullets by depth. */
@AutoService(Twin.class)
public final class MarkdownBullets implements Twin {
  @Override
  public String name() {
    return "markdown-bullets";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @bullet(@depth) {
          return @depth % 3 === 0 ? "-" : @depth % 3 === 1 ? "*" : "\\u2022";
        }
        function @outline(@items, @depth) {
          return @items.map((@item) => (Array.isArray(@item) ? @outline(@item, @depth + 1) : "  ".repeat(@depth) + @bullet(@depth) + " " + @item)).join("\\n");
        }\
        """);
    return new Innocent(
            usual,
            js.code("@outline([\"a\", [\"b\", [\"c\"]]], 0).length"),
            "Picks between signs that mean the same, but by the depth of a list.")
        .picking("lookalike", "wording", "format");
  }
}
