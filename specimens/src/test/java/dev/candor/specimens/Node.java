package dev.candor.specimens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.specimens.js.Literals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs specimens with Node, many in one process; one instance for each folder. */
final class Node {
  record Job(Specimen specimen, List<String> arguments, Map<String, String> levels) {}

  private final Path folder;

  Node(Path folder) {
    this.folder = folder;
  }

  static boolean isThere() {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path written(Specimen specimen) {
    Path place = folder.resolve(specimen.name());
    if (!Files.exists(place)) {
      SpecimenWriter.writeFolder(specimen, place);
    }
    return place;
  }

  /** What each job printed; fails when one threw. */
  List<String> outputs(List<Job> jobs) throws Exception {
    List<String> outputs = new ArrayList<>();
    List<String> lines = drive(jobs);
    assertThat(lines).hasSameSizeAs(jobs);
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split(" ", -1);
      assertThat(text(parts[1])).as(jobs.get(i).specimen().name()).isEmpty();
      outputs.add(text(parts[0]));
    }
    return outputs;
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), UTF_8);
  }

  private List<String> drive(List<Job> jobs) throws Exception {
    Path list = folder.resolve("jobs.json");
    Path answers = folder.resolve("answers");
    Path driver = folder.resolve("driver.js");
    try (var script = Node.class.getResourceAsStream("driver.js")) {
      Files.write(driver, Objects.requireNonNull(script).readAllBytes());
    }
    Files.writeString(
        list, jobs.stream().map(this::json).collect(Collectors.joining(",", "[", "]")));
    int status =
        new ProcessBuilder("node", driver.toString(), list.toString())
            .redirectOutput(answers.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    assertThat(status).isZero();
    return Files.readAllLines(answers);
  }

  private String json(Job job) {
    String levels =
        job.levels().entrySet().stream()
            .map(e -> quote(e.getKey()) + ":" + quote(e.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"dir\":%s,\"argv\":%s,\"levels\":%s}"
        .formatted(
            quote(written(job.specimen()).toString()), Literals.strings(job.arguments()), levels);
  }

  private static String quote(String text) {
    return Literals.quote(text, '"');
  }
}
