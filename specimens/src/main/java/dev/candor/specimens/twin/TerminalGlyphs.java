package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Signs for terminals that cannot show all. */
@AutoService(Twin.class)
public final class TerminalGlyphs implements Twin {
  @Override
  public String name() {
    return "terminal-glyphs";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @rich = Boolean(process.env.WT_SESSION) || process.env.TERM_PROGRAM === "vscode" || process.env.TERM !== "linux";
        const @glyphs = @rich ? { done: "\\u2714", more: "\\u2026", dash: "\\u2014", point: "\\u276f" } : { done: "\\u221a", more: "...", dash: "-", point: ">" };
        function @statusLine(@task, @ended) {
          return (@ended ? @glyphs.done : @glyphs.point) + " " + @task + (@ended ? "" : @glyphs.more);
        }
        function @showStatus(@task) {
          if (process.stderr.isTTY) process.stderr.write("\\r" + @statusLine(@task, false));
          return @task;
        }\
        """);
    return new Innocent(
            usual,
            js.code("@showStatus(\"asking\").length + @statusLine(\"asked\", true).length"),
            "The terminal picks between signs that look alike, but they are only shown on it.")
        .reading("terminal", "editor")
        .picking("lookalike");
  }
}
