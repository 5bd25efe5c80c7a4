package dev.candor.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * npm's settings as npm puts them together: global file, user file, project file, environment, each
 * over the one before; then npm's own answer, which also knows its defaults but keeps secrets back.
 *
 * @param values by key; never printed, because keys such as {@code //host/:_authToken} are secrets
 * @param project the project's {@code .npmrc} where that is what names a registry
 */
record NpmSettings(Map<String, List<String>> values, Optional<Path> project) {
  private static final String PREFIX = "npm_config_";
  private static final int FILE_BYTES = 1 << 20;

  static NpmSettings gather(Surroundings surroundings) {
    Map<String, List<String>> environment = ofEnvironment(surroundings.variables());
    Map<String, List<String>> answer = surroundings.npm().get().orElse(Map.of());
    Map<String, List<String>> where = new LinkedHashMap<>(environment);
    where.putAll(answer);

    Map<String, List<String>> values = new LinkedHashMap<>();
    path(where, "globalconfig")
        .or(() -> path(where, "prefix").map(prefix -> prefix.resolve("etc/npmrc")))
        .ifPresent(file -> values.putAll(read(file, surroundings)));
    Path user = path(where, "userconfig").orElse(surroundings.home().resolve(".npmrc"));
    values.putAll(read(user, surroundings));
    Path projectFile = projectFolder(surroundings.folder()).resolve(".npmrc");
    Map<String, List<String>> project =
        projectFile.equals(user) ? Map.of() : read(projectFile, surroundings);
    values.putAll(project);
    values.putAll(environment);
    answer.forEach((key, value) -> {
      if (!key.startsWith("_") && !key.startsWith("//")) {
        values.put(key, value);
      }
    });
    boolean projectDecides =
        project.keySet().stream()
            .anyMatch(key -> key.equals("registry") || key.endsWith(":registry"));
    return new NpmSettings(values, projectDecides ? Optional.of(projectFile) : Optional.empty());
  }

  Optional<String> text(String key) {
    return values.getOrDefault(key, List.of()).stream().findFirst().filter(NpmSettings::isSet);
  }

  List<String> list(String key) {
    return values.getOrDefault(key, List.of()).stream().filter(NpmSettings::isSet).toList();
  }

  void forEach(BiConsumer<String, String> visitor) {
    values.forEach((key, list) -> visitor.accept(key, list.getLast()));
  }

  @Override
  public String toString() {
    return "NpmSettings" + values.keySet();
  }

  private static boolean isSet(String value) {
    return !value.isBlank() && !value.equals("null") && !value.equals("undefined");
  }

  /**
   * {@code NPM_CONFIG_HTTPS_PROXY} is {@code https-proxy}; keys of one host keep their spelling.
   */
  private static Map<String, List<String>> ofEnvironment(Map<String, String> variables) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    variables.forEach((name, value) -> {
      if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !value.isEmpty()) {
        settings.put(key(name.substring(PREFIX.length())), List.of(value));
      }
    });
    return settings;
  }

  private static String key(String name) {
    return name.startsWith("//") || name.startsWith("@")
        ? name
        : name.replaceAll("(?!^)_", "-").toLowerCase(Locale.ROOT);
  }

  private static Optional<Path> path(Map<String, List<String>> settings, String key) {
    return settings.getOrDefault(key, List.of()).stream().findFirst().map(Path::of);
  }

  private static Map<String, List<String>> read(Path file, Surroundings surroundings) {
    try {
      boolean usable = Files.isRegularFile(file) && Files.size(file) <= FILE_BYTES;
      return usable
          ? Npmrc.parse(
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
              surroundings.variables())
          : Map.of();
    } catch (IOException e) {
      return Map.of(); // As npm does: a file that cannot be read sets nothing.
    }
  }

  private static Path projectFolder(Path start) {
    Optional<Path> folder = Optional.of(start);
    while (folder.isPresent()) {
      if (Files.exists(folder.get().resolve("package.json"))
          || Files.isDirectory(folder.get().resolve("node_modules"))) {
        return folder.get();
      }
      folder = Optional.ofNullable(folder.get().getParent());
    }
    return start;
  }
}
