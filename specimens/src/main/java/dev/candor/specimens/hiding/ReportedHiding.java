package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.List;

/** The reported way: joined by commas, XOR with 91, base64, decoded at first use. */
public final class ReportedHiding {
  private static final int KEY = 91;

  private ReportedHiding() {}

  public static Hidden hide(List<List<String>> tables, Js js) {
    Coding coding = new ByteCoding(new Base64Armour(), new Xor(KEY));
    js.declare(
        """
        var @once = (@make) => {
          let @kept;
          return () => (@kept ??= @make());
        };
        var @mask = @0;
        function @reveal(@stored) {
          const @bytes = Buffer.from(@stored, "base64");
          for (let @i = 0; @i < @bytes.length; @i++) @bytes[@i] ^= @mask;
          return @bytes.toString("utf8").split(",");
        }
        var @hosts = @once(() => @reveal(@1)), @labs = @once(() => @reveal(@2));\
        """,
        KEY,
        coding.store(String.join(",", tables.get(0)), js),
        coding.store(String.join(",", tables.get(1)), js));
    return new Hidden(List.of(js.name("hosts") + "()", js.name("labs") + "()"), coding.steps());
  }
}
