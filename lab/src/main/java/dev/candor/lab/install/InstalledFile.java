package dev.candor.lab.install;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import dev.candor.lab.install.Installation.Installed;
import dev.candor.lab.install.Programs.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an installation in the cache is made of: {@code installation.json} beside it.
 *
 * @param lowestNode the major version of Node that the package says to need
 */
record InstalledFile(
    List<Installed> packages,
    Map<String, Command> commands,
    Optional<Integer> lowestNode,
    List<String> notes) {
  private static final String NAME = "installation.json";

  void write(Path folder) throws IOException {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    for (Installed each : packages) {
      ObjectNode one = json.withArrayProperty("packages").addObject();
      one.put("location", each.location());
      one.put("purl", each.subject().purl());
      each.subject().digest().ifPresent(digest -> one.put(digest.algorithm(), digest.hex()));
      one.put("installScript", each.installScript());
    }
    ObjectNode named = json.putObject("commands");
    commands.forEach((name, command) ->
        named.putObject(name).put("node", command.node()).put("start", command.start()));
    lowestNode.ifPresent(major -> json.put("lowestNode", major));
    notes.forEach(json.putArray("notes")::add);
    Files.writeString(folder.resolve(NAME), json.toPrettyString());
  }

  static InstalledFile read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
      List<Installed> packages = new ArrayList<>();
      for (JsonNode one : json.path("packages")) {
        packages.add(
            new Installed(
                one.path("location").asString(),
                new Subject(one.path("purl").asString(), digest(one)),
                one.path("installScript").asBoolean()));
      }
      Map<String, Command> commands = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> named : json.path("commands").properties()) {
        commands.put(
            named.getKey(),
            new Command(
                named.getValue().path("node").asBoolean(),
                named.getValue().path("start").asBoolean()));
      }
      return new InstalledFile(
          packages,
          commands,
          Optional.of(json.path("lowestNode").asInt(0)).filter(major -> major > 0),
          json.path("notes").valueStream().map(JsonNode::asString).toList());
    } catch (IOException | JacksonException e) {
      throw new InputException(
          file + " cannot be read; remove " + folder + ", and the tool is installed anew.", e);
    }
  }

  private static Optional<Digest> digest(JsonNode json) {
    return List.of("sha512", "sha256").stream()
        .filter(json::has)
        .map(algorithm -> new Digest(algorithm, json.path(algorithm).asString()))
        .findFirst();
  }
}
