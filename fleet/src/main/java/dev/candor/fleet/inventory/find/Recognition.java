package dev.candor.fleet.inventory.find;

import dev.candor.artifact.BunCarver;
import dev.candor.artifact.Content;
import dev.candor.artifact.SeaCarver;
import dev.candor.fleet.inventory.catalogue.Shape;
import dev.candor.fleet.inventory.catalogue.Shape.Container;
import dev.candor.fleet.inventory.catalogue.Shape.VersionPlace;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Tells from its content which tool an executable is. Its name has no part in it. */
final class Recognition {
  private final List<Tool> tools;
  private final Literals literals;

  /**
   * A tool that an executable is.
   *
   * @param evidence in a sentence
   */
  record Recognised(Tool tool, Optional<String> version, String evidence) {}

  Recognition(List<Tool> tools) {
    this.tools = tools.stream().filter(tool -> !tool.shapes().isEmpty()).toList();
    literals =
        new Literals(
            this.tools.stream()
                .flatMap(tool -> tool.shapes().stream())
                .flatMap(Recognition::texts)
                .toList());
  }

  private static Stream<String> texts(Shape shape) {
    return shape.container() == Container.GO
        ? Stream.of(GoBuild.MAGIC)
        : Stream.concat(shape.holds().stream(), shape.version().stream().map(VersionPlace::behind));
  }

  /** The first tool of the catalogue that the content is; empty for anything else. */
  Optional<Recognised> of(Content executable) {
    Map<String, List<Long>> found = literals.in(executable);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return tools.stream()
        .flatMap(tool -> tool.shapes().stream().map(shape -> of(tool, shape, executable, found)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Recognised> of(
      Tool tool, Shape shape, Content content, Map<String, List<Long>> found) {
    if (shape.container() == Container.GO) {
      return found.getOrDefault(GoBuild.MAGIC, List.of()).stream()
          .flatMap(place -> GoBuild.at(content, place).stream())
          .filter(build -> shape.holds().contains(build.module()))
          .map(
              build -> new Recognised(tool, goVersion(build), "Go executable of " + build.module()))
          .findFirst();
    }
    if (!shape.holds().stream().allMatch(found::containsKey)
        || !isMade(shape.container(), content)) {
      return Optional.empty();
    }
    Optional<String> version = shape.version().flatMap(place -> version(place, content, found));
    String holds = shape.holds().getFirst();
    return Optional.of(
        new Recognised(
            tool,
            version,
            switch (shape.container()) {
              case BUN -> "Bun executable that holds " + holds;
              case NODE -> "Node.js executable that holds " + holds;
              default -> "executable that holds " + String.join(", ", shape.holds());
            }));
  }

  private static boolean isMade(Container container, Content content) {
    return switch (container) {
      case BUN -> !new BunCarver().carve(content).isEmpty();
      case NODE -> !new SeaCarver().carve(content).isEmpty();
      case GO, NATIVE -> true;
    };
  }

  /** As Go writes it, {@code v1.2.3}; none of a checkout. */
  private static Optional<String> goVersion(GoBuild build) {
    return Optional.of(build.version())
        .filter(version -> version.matches("v[0-9][0-9A-Za-z.+-]{0,100}"))
        .map(version -> version.substring(1));
  }

  private static Optional<String> version(
      VersionPlace place, Content content, Map<String, List<Long>> found) {
    return found.getOrDefault(place.behind(), List.of()).stream()
        .map(at -> behind(content, at + place.behind().length()))
        .map(text -> place.pattern().matcher(text))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static String behind(Content content, long from) {
    byte[] bytes = content.bytes(from, Math.min(content.size(), from + VersionPlace.WITHIN));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
