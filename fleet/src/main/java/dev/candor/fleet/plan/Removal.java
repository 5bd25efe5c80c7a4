package dev.candor.fleet.plan;

import dev.candor.core.Sha256;
import dev.candor.fleet.inventory.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an installation is removed, by whatever installed it.
 *
 * @param root below which it is
 * @param quarantine folder into which executables are moved
 */
record Removal(Path root, Path quarantine) {
  private static final String MODULES = "node_modules";
  private static final Path WHOLE = Path.of("/");

  /** Editors by the folder in which they keep extensions. */
  private enum Editor {
    CODE(".vscode", "code"),
    INSIDERS(".vscode-insiders", "code-insiders"),
    CODIUM(".vscode-oss", "codium"),
    CURSOR(".cursor", "cursor"),
    WINDSURF(".windsurf", "windsurf"),
    TRAE(".trae", "trae"),
    KIRO(".kiro", "kiro");

    final String folder;
    final String program;

    Editor(String folder, String program) {
      this.folder = folder;
      this.program = program;
    }
  }

  /**
   * What manages packages of JavaScript beside npm, by where it keeps those of nobody's project.
   */
  private enum Scripts {
    PNPM("pnpm", "/pnpm/global/", "--dir"),
    YARN("yarn", "/yarn/global/", "--cwd"),
    BUN("bun", "/.bun/install/global/", "--cwd");

    final String program;
    final String global;
    final String option;

    Scripts(String program, String global, String option) {
      this.program = program;
      this.global = global;
      this.option = option;
    }

    List<String> globally(String verb) {
      return this == YARN ? List.of(program, "global", verb) : List.of(program, verb, "--global");
    }
  }

  /** The step; empty where no command does it. */
  Optional<Step> of(Installation one) {
    return Names.place(root, one.place())
        .flatMap(place ->
            switch (one.means()) {
              case NPM -> npm(one, place);
              case PNPM -> script(one, place, Scripts.PNPM);
              case YARN -> script(one, place, Scripts.YARN);
              case BUN -> script(one, place, Scripts.BUN);
              case PIP -> pip(one, place);
              case PIPX -> pipx(one, place);
              case UV -> uv(one, place);
              case HOMEBREW -> homebrew(one, place);
              case DEBIAN -> debian(one);
              case VSCODE_EXTENSION -> extension(one, place);
              case EXECUTABLE, JETBRAINS_PLUGIN -> moved(one, place);
            });
  }

  /** Global where a prefix has it in its {@code lib}, else of a project. */
  private Optional<Step> npm(Installation one, Path place) {
    return Names.of(one.purl(), "npm")
        .flatMap(name ->
            modules(place, name)
                .flatMap(modules -> Optional.ofNullable(modules.getParent()))
                .map(above -> {
                  boolean global = above.endsWith("lib");
                  List<String> where =
                      global
                          ? List.of("--global", "--prefix", String.valueOf(above.getParent()))
                          : List.of("--prefix", above.toString());
                  return step(
                      one,
                      place,
                      command(List.of("npm", "uninstall"), where, name),
                      undo(one, "@", name, command(List.of("npm", "install"), where)));
                }));
  }

  /** Global packages are those of whoever runs the command, so not those of an image. */
  private Optional<Step> script(Installation one, Path place, Scripts scripts) {
    Optional<String> named = Names.of(one.purl(), "npm");
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String name = named.get();
    if (place.toString().contains(scripts.global)) {
      return isWhole()
          ? Optional.of(
              step(
                  one,
                  place,
                  command(scripts.globally("remove"), List.of(), name),
                  undo(one, "@", name, scripts.globally("add"))))
          : Optional.empty();
    }
    return modules(place, name)
        .flatMap(modules -> Optional.ofNullable(modules.getParent()))
        .map(project -> {
          List<String> where = List.of(scripts.program, scripts.option, project.toString());
          return step(
              one,
              place,
              command(where, List.of("remove"), name),
              undo(one, "@", name, command(where, List.of("add"))));
        });
  }

  private Optional<Step> pipx(Installation one, Path place) {
    return own(one, place, "pypi", List.of("pipx", "uninstall"), List.of("pipx", "install"), "==");
  }

  private Optional<Step> uv(Installation one, Path place) {
    return own(
        one,
        place,
        "pypi",
        List.of("uv", "tool", "uninstall"),
        List.of("uv", "tool", "install"),
        "==");
  }

  /** An old version cannot be had back. */
  private Optional<Step> homebrew(Installation one, Path place) {
    List<String> remove =
        one.place().contains("/Caskroom/")
            ? List.of("brew", "uninstall", "--cask")
            : List.of("brew", "uninstall", "--formula");
    return own(one, place, "brew", remove, List.of(), "");
  }

  private Optional<Step> own(
      Installation one,
      Path place,
      String type,
      List<String> remove,
      List<String> install,
      String before) {
    return isWhole()
        ? Names.of(one.purl(), type)
            .map(name ->
                step(
                    one,
                    place,
                    command(remove, List.of(), name),
                    install.isEmpty() ? List.of() : undo(one, before, name, install)))
        : Optional.empty();
  }

  /** By the Python of its own environment, which is no program to run where it is of an image. */
  private Optional<Step> pip(Installation one, Path place) {
    Optional<Path> packages = Optional.ofNullable(place.getParent());
    Optional<Path> version = packages.map(Path::getParent);
    Optional<Path> environment = version.map(Path::getParent).map(Path::getParent);
    String python = version.map(Path::getFileName).map(Path::toString).orElse("");
    if (!isWhole()
        || environment.isEmpty()
        || !python.matches("python3(\\.[0-9]{1,3})?")
        || !packages.map(it -> it.endsWith("site-packages")).orElse(false)) {
      return Optional.empty();
    }
    String program = environment.get().resolve("bin").resolve(python).toString();
    return Names.of(one.purl(), "pypi")
        .map(name ->
            step(
                one,
                place,
                List.of(program, "-m", "pip", "uninstall", "--yes", name),
                undo(one, "==", name, List.of(program, "-m", "pip", "install"))));
  }

  /** The file that lists packages stays, so nothing is gone that could be looked for. */
  private Optional<Step> debian(Installation one) {
    return Names.of(one.purl(), "deb")
        .map(name ->
            isWhole()
                ? new Step(
                    Step.Kind.REMOVE,
                    what(one),
                    List.of("apt-get", "remove", "--yes", name),
                    undo(
                        one,
                        "=",
                        name,
                        List.of("apt-get", "install", "--yes", "--allow-downgrades")),
                    Optional.empty())
                : new Step(
                    Step.Kind.REMOVE,
                    what(one),
                    List.of("dpkg", "--root=" + root, "--remove", name),
                    List.of(),
                    Optional.empty()));
  }

  private Optional<Step> extension(Installation one, Path place) {
    return Stream.of(Editor.values())
        .filter(editor -> one.place().contains("/" + editor.folder + "/extensions/"))
        .findFirst()
        .flatMap(editor ->
            Names.of(one.purl(), "vscode-extension")
                .map(name -> {
                  List<String> where =
                      List.of(
                          editor.program, "--extensions-dir", String.valueOf(place.getParent()));
                  return step(
                      one,
                      place,
                      command(where, List.of("--uninstall-extension"), name),
                      undo(one, "@", name, command(where, List.of("--install-extension"))));
                }));
  }

  /** Into a folder of its own, under a name that no other place has. */
  private Optional<Step> moved(Installation one, Path place) {
    Path name = place.getFileName();
    if (name == null) {
      return Optional.empty();
    }
    Path kept = quarantine.resolve(Sha256.hex(place.toString()).substring(0, 12) + "-" + name);
    return Optional.of(
        new Step(
            Step.Kind.REMOVE,
            what(one) + ", into quarantine",
            List.of("mv", "-n", "-T", "--", place.toString(), kept.toString()),
            List.of("mv", "-n", "-T", "--", kept.toString(), place.toString()),
            Optional.of(place)));
  }

  private boolean isWhole() {
    return root.equals(WHOLE);
  }

  /** The {@code node_modules} that holds a package of that name there. */
  private static Optional<Path> modules(Path place, String name) {
    Path relative = Path.of(name);
    if (!place.endsWith(relative)) {
      return Optional.empty();
    }
    Path modules = place;
    for (int i = 0; i < relative.getNameCount(); i++) {
      modules = modules.getParent();
      if (modules == null) {
        return Optional.empty();
      }
    }
    return modules.endsWith(MODULES) ? Optional.of(modules) : Optional.empty();
  }

  private static Step step(Installation one, Path place, List<String> command, List<String> undo) {
    return new Step(Step.Kind.REMOVE, what(one), command, undo, Optional.of(place));
  }

  private static String what(Installation one) {
    return "Remove %s %s from %s"
        .formatted(one.tool(), one.version().orElse("of an unknown version"), one.place());
  }

  private static List<String> undo(
      Installation one, String before, String name, List<String> install) {
    return Names.version(one.version())
        .map(version -> command(install, List.of(), name + before + version))
        .orElse(List.of());
  }

  private static List<String> command(List<String> first, List<String> then, String... last) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    all.addAll(List.of(last));
    return List.copyOf(all);
  }
}
