package dev.candor.specimens.twin;

import com.google.auto.service.AutoService;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.js.Js;

/** Times in names of files. */
@AutoService(Twin.class)
public final class FileStamps implements Twin {
  @Override
  public String name() {
    return "file-stamps";
  }

  @Override
  public Innocent make(Slots usual, Js js) {
    js.declare(
        """
        function @stamp(@date) {
          return @date.toISOString().replace(/[:.]/g, "-").replace("T", "_").slice(0, 19);
        }
        function @logName(@folder) {
          const @sign = @folder.includes("\\\\") ? "\\\\" : "/";
          return @folder + @sign + "log-" + @stamp(new Date()) + ".txt";
        }\
        """);
    return new Innocent(
            usual,
            js.code("@logName(\"logs\").length"),
            "Replaces the separators of a time, but always, and in the name of a file.")
        .picking("format", "lookalike");
  }
}
