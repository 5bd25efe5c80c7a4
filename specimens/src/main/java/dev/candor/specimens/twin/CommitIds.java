package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Commits that a changelog refers to. */
@AutoService(Twin.class)
public final class CommitIds implements Twin {
  @Override
  public String name() {
    return "commit-ids";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        const @commits = [@0];
        function @short() {
          return @commits.map((@commit) => @commit.slice(0, 7)).join(" ");
        }\
        """,
        commits(js));
    return new Innocent(
        usual,
        js.code("@short().length"),
        "A list of hexadecimal strings, but names of commits that are only printed.");
  }

  private static String commits(Js js) {
    return IntStream.range(0, 12)
        .mapToObj(i -> "\"" + HexFormat.of().formatHex(js.draw().bytes(20)) + "\"")
        .collect(Collectors.joining(", "));
  }
}
