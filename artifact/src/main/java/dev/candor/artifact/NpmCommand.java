package dev.candor.artifact;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks the npm on the PATH for its settings, defaults included ({@code npm config ls -l --json}).
 */
final class NpmCommand {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int ANSWER_BYTES = 4 << 20;

  private NpmCommand() {}

  /** Empty where there is no npm, or it gives no usable answer in 20 seconds. */
  static Optional<Map<String, List<String>>> settings(Map<String, String> variables, Path folder) {
    return find(variables).flatMap(npm -> ask(npm, folder)).map(NpmCommand::read);
  }

  // Absolute folders only: an npm that lies in the working folder is part of what is examined.
  private static Optional<Path> find(Map<String, String> variables) {
    boolean windows = File.separatorChar == '\\';
    String path = variables.getOrDefault("PATH", variables.getOrDefault("Path", ""));
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(NpmCommand::folder)
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(windows ? "npm.cmd" : "npm"))
        .filter(npm -> Files.isRegularFile(npm) && Files.isExecutable(npm))
        .findFirst();
  }

  private static Stream<Path> folder(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  private static Optional<byte[]> ask(Path npm, Path folder) {
    Process process;
    try {
      process =
          new ProcessBuilder(npm.toString(), "config", "ls", "-l", "--json")
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return Optional.empty();
    }
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.startVirtualThread(() -> readAll(process.getInputStream(), answer));
    try {
      return Optional.of(answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void readAll(InputStream output, CompletableFuture<byte[]> answer) {
    try (output) {
      answer.complete(output.readNBytes(ANSWER_BYTES));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  /** Takes strings, booleans, numbers and lists of them; null (npm's "not set") is left out. */
  static Map<String, List<String>> read(byte[] json) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    JsonNode answer;
    try {
      answer = Json.read(new ByteArrayInputStream(json));
    } catch (JacksonException e) {
      return settings;
    }
    for (Map.Entry<String, JsonNode> setting : answer.properties()) {
      List<String> values =
          setting.getValue().isArray()
              ? setting
                  .getValue()
                  .valueStream()
                  .filter(JsonNode::isValueNode)
                  .map(JsonNode::asString)
                  .toList()
              : setting.getValue().isValueNode() && !setting.getValue().isNull()
                  ? List.of(setting.getValue().asString())
                  : List.of();
      if (!values.isEmpty()) {
        settings.put(setting.getKey(), values);
      }
    }
    return settings;
  }
}
