package dev.candor.fleet.plan;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import dev.candor.policy.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How what a policy names instead is installed.
 *
 * @param root below which it is to be
 */
record Replacing(Path root, Catalogue catalogue) {
  private static final Path WHOLE = Path.of("/");

  /**
   * The step; empty where no command does it.
   *
   * @param replacement package URL, with or without a version, or the catalogue's name of a tool
   * @param removed where it is npm's and global, the replacement goes beside it
   */
  Optional<Step> of(String replacement, Installation removed, Step removal) {
    String purl =
        replacement.startsWith("pkg:")
            ? replacement
            : catalogue.tools().stream()
                .filter(tool -> tool.name().equals(replacement))
                .findFirst()
                .map(Tool::purl)
                .orElse("");
    Product.Versioned named;
    try {
      named = Product.parse(purl);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String type = named.product().type();
    Optional<String> name = Names.of(purl, type);
    boolean badVersion = named.version().isPresent() && Names.version(named.version()).isEmpty();
    return badVersion
        ? Optional.empty()
        : name.flatMap(it ->
            switch (type) {
              case "npm" -> Optional.of(npm(it, named.version(), removed, removal));
              case "pypi" ->
                  whole(
                      it,
                      List.of("pipx", "install", it + version("==", named.version())),
                      List.of("pipx", "uninstall", it));
              case "brew" ->
                  whole(it, List.of("brew", "install", it), List.of("brew", "uninstall", it));
              case "deb" ->
                  whole(
                      it,
                      List.of("apt-get", "install", "--yes", it + version("=", named.version())),
                      List.of("apt-get", "remove", "--yes", it));
              default -> Optional.empty();
            });
  }

  private Step npm(String name, Optional<String> version, Installation removed, Step removal) {
    List<String> where = new ArrayList<>(List.of("--global"));
    int prefix = removal.command().indexOf("--prefix");
    if (removed.means() == Means.NPM && removal.command().contains("--global") && prefix > 0) {
      where.addAll(removal.command().subList(prefix, prefix + 2));
    } else if (!root.equals(WHOLE)) {
      where.addAll(List.of("--prefix", root.resolve("usr/local").toString()));
    }
    List<String> install = new ArrayList<>(List.of("npm", "install"));
    install.addAll(where);
    install.add(name + version("@", version));
    List<String> undo = new ArrayList<>(List.of("npm", "uninstall"));
    undo.addAll(where);
    undo.add(name);
    return step(name, install, undo);
  }

  private Optional<Step> whole(String name, List<String> install, List<String> undo) {
    return root.equals(WHOLE) ? Optional.of(step(name, install, undo)) : Optional.empty();
  }

  private static Step step(String name, List<String> install, List<String> undo) {
    return new Step(Step.Kind.INSTALL, "Install " + name, install, undo, Optional.empty());
  }

  private static String version(String before, Optional<String> version) {
    return version.map(it -> before + it).orElse("");
  }
}
