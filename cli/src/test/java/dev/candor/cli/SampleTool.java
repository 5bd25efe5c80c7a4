package dev.candor.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A tool in one file, with a recipe of its own, in a folder. */
record SampleTool(Path folder) {
  /**
   * @param script the whole file
   */
  static SampleTool write(Path folder, String script) throws IOException {
    SampleTool tool = new SampleTool(folder);
    Files.writeString(tool.file(), script);
    Files.writeString(
        tool.recipe(),
        """
        tool: sample
        package: pkg:generic/sample
        command: [sample, "{prompt}"]
        api: openai-chat
        endpoint-variable: MODEL
        key-variable: MODEL_KEY
        """);
    return tool;
  }

  /** A script of bash, by which tools send: every room has it where the host does. */
  static String bash(String script) {
    Path bash =
        Stream.of(Path.of("/bin/bash"), Path.of("/usr/bin/bash"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("none"));
    assumeTrue(bash.isAbsolute(), "this host has no bash, by which the tool sends");
    return "#!" + bash + "\n" + script;
  }

  Path file() {
    return folder.resolve("tool");
  }

  Path recipe() {
    return folder.resolve("recipe.yaml");
  }

  /** The words of a command on it. */
  List<String> words(String command, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(command, file().toString(), "--offline", "--recipe", recipe().toString()));
    words.addAll(List.of(options));
    return words;
  }
}
