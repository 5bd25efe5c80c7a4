package dev.candor.lab.install;

import dev.candor.core.InputException;
import dev.candor.wire.ForeignJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a package says of itself in its {@code package.json}. */
record PackageJson(ObjectNode json) {
  private static final int MOST_BYTES = 8 << 20;

  /** The fields by which an installer knows a version. */
  private static final List<String> INSTALLED_BY =
      List.of(
          "dependencies",
          "optionalDependencies",
          "peerDependencies",
          "peerDependenciesMeta",
          "bundleDependencies",
          "bundledDependencies",
          "bin",
          "engines",
          "os",
          "cpu",
          "libc");

  private static final List<String> SCRIPTS = List.of("preinstall", "install", "postinstall");
  private static final Pattern NAME =
      Pattern.compile("(?:@[a-zA-Z0-9~-][a-zA-Z0-9~._-]*/)?[a-zA-Z0-9~-][a-zA-Z0-9~._-]*");
  private static final Pattern MAJOR = Pattern.compile("\\d{1,3}");

  /**
   * @param folder of the package
   * @param named what messages call it
   * @throws InputException if there is none that can be read
   */
  static PackageJson in(Path folder, Path named) {
    Path file = folder.resolve("package.json");
    try {
      if (Files.size(file) <= MOST_BYTES
          && ForeignJson.mapper().build().readTree(Files.readAllBytes(file))
              instanceof ObjectNode json) {
        return new PackageJson(json);
      }
    } catch (IOException | JacksonException e) {
      throw new InputException(
          named + " has no package.json that can be read, so it is no npm package to install.", e);
    }
    throw new InputException(
        named + " has a package.json that is none, so it is no npm package to install.");
  }

  /** Its name; {@code tool} where it has none that a folder could have. */
  String name() {
    String name = json.path("name").asString("");
    return NAME.matcher(name).matches() ? name : "tool";
  }

  String version() {
    return json.path("version").asString("0.0.0");
  }

  /** Whether an installation of it holds packages beside it. */
  boolean hasDependencies() {
    return List.of("dependencies", "optionalDependencies", "peerDependencies").stream()
        .anyMatch(field -> !json.path(field).isEmpty());
  }

  boolean hasInstallScript() {
    return SCRIPTS.stream().anyMatch(script -> json.path("scripts").has(script));
  }

  /** File in the package by the command's name. */
  Map<String, String> bin() {
    Map<String, String> commands = new LinkedHashMap<>();
    JsonNode bin = json.path("bin");
    if (bin.isString()) {
      commands.put(plain(name()), bin.asString());
    }
    for (Map.Entry<String, JsonNode> entry : bin.properties()) {
      if (entry.getValue().isString()) {
        commands.put(plain(entry.getKey()), entry.getValue().asString());
      }
    }
    commands.keySet().removeIf(name -> !name.matches("[A-Za-z0-9_~][A-Za-z0-9._~-]*"));
    return commands;
  }

  // As npm does: a path in a command's name is cut off.
  private static String plain(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** The lowest major version of Node that it says to need. */
  Optional<Integer> lowestNode() {
    Matcher number = MAJOR.matcher(json.path("engines").path("node").asString(""));
    return number.find() ? Optional.of(Integer.valueOf(number.group())) : Optional.empty();
  }

  /**
   * What a registry would say of it, were it there alone.
   *
   * @param packed whether it has in it what it bundles
   */
  ObjectNode document(boolean packed) {
    ObjectNode manifest = JsonMapper.shared().createObjectNode();
    INSTALLED_BY.stream().filter(json::has).forEach(field -> manifest.set(field, json.get(field)));
    manifest.put("name", name()).put("version", version());
    if (!packed) {
      manifest.remove(List.of("bundleDependencies", "bundledDependencies"));
    }
    manifest.putObject("dist");
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("name", name());
    document.putObject("dist-tags").put("latest", version());
    document.putObject("versions").set(version(), manifest);
    return document;
  }
}
