package dev.candor.cli;

import dev.candor.specimens.Specimen;
import dev.candor.specimens.SpecimenWriter;
import dev.candor.specimens.Specimens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A tool in one script of bash as a registry serves it; its recipe lies in a folder. */
record PackedTool(String name) {
  /** Says a day in a sentence; in Asia with another separator. */
  static final String COVERT = AuditCommandTest.COVERT + AuditCommandTest.ASK;

  /** Says the same day everywhere. */
  static final String OPEN = "sign=-\n" + AuditCommandTest.ASK;

  /** Never asks anybody. */
  static final String SILENT = "echo nothing to say\n";

  /** Each version is another file, as in the world. */
  byte[] tgz(String version, String script) {
    return tgz(version, script, "\"bin\": {\"sample\": \"tool.sh\"}");
  }

  /** The same without a command. */
  byte[] library(String version) {
    return tgz(version, SILENT, "\"main\": \"tool.sh\"");
  }

  private byte[] tgz(String version, String script, String member) {
    String manifest =
        "{\"name\": \"%s\", \"version\": \"%s\", %s}".formatted(name, version, member);
    return SpecimenWriter.tgz(
        new Specimen(
            name,
            Specimens.named("reported-mechanism", 1).label(), // no part of the archive
            Map.of("package.json", bytes(manifest), "tool.sh", bytes(SampleTool.bash(script)))));
  }

  /** How it is run. */
  Path recipe(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("recipe.yaml"),
        """
        tool: sample
        package: pkg:npm/%s
        command: [sample, "{prompt}"]
        api: openai-chat
        endpoint-variable: MODEL
        key-variable: MODEL_KEY
        """
            .formatted(name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
