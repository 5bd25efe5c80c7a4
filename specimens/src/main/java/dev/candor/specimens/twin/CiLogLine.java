package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** A warning for logs in plain ASCII. */
@AutoService(Twin.class)
public final class CiLogLine implements Twin {
  @Override
  public String name() {
    return "ci-log-line";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @sign = process.env.CI ? "'" : "\\u2019";
        function @warning(@host) {
          return "Can" + @sign + "t reach " + @host + " yet, trying again.";
        }
        function @warn(@host) {
          const @line = @warning(@host);
          if (process.stderr.isTTY) console.error(@line);
          return @line.length;
        }\
        """);
    return new Innocent(
            usual,
            js.code("@warn(\"example.test\")"),
            "An apostrophe depends on whether this is a build, but in a line that only goes to standard error.")
        .reading("ci", "terminal")
        .picking("lookalike");
  }
}
