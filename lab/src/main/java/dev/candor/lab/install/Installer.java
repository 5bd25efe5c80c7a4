package dev.candor.lab.install;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageFiles;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.Platform;
import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.RoomPlan.Bind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs tools for rooms, in the cache, each once. Nothing of a tool runs on the host: no script,
 * no build. docs/adr/0008 tells who resolves its dependencies, and how.
 */
public final class Installer {
  /** As {@code npm install --global --prefix} lays a tool out; the room has it under this name. */
  private static final String TOOL = "/opt/npm";

  private static final String NODE = "/opt/node";

  private final FetchOptions options;
  private final Optional<String> node;
  private final ToolchainSource toolchains;

  /** Makes a toolchain for the length of one installation. */
  @FunctionalInterface
  interface ToolchainSource {
    Toolchain of(PackageFiles files, CacheFolder cache, Platform platform, Runnable waiting);
  }

  /** With the Node that fits each tool. */
  public Installer(FetchOptions options) {
    this(options, Optional.empty());
  }

  /**
   * @param node the version of Node to run tools with, whatever they ask for
   */
  public Installer(FetchOptions options, Optional<String> node) {
    this(options, node, PinnedToolchain::new);
  }

  Installer(FetchOptions options, Optional<String> node, ToolchainSource toolchains) {
    this.options = options;
    this.node = node;
    this.toolchains = toolchains;
  }

  /**
   * Fetches a tool with all that it needs on this platform, or finds it in the cache.
   *
   * @param recipe tells the runtime; without one, the package does
   * @throws InputException if anything of it cannot be had or verified, or is not made for this
   *     platform; the message says which
   */
  public Installation install(PackageReference reference, Optional<Recipe> recipe) {
    Platform platform = options.platform().orElseGet(Platform::host);
    CacheFolder cache = new CacheFolder(folder(options));
    Gathering.Quiet progress = new Gathering.Quiet(options.progress());
    try (PackageFiles files = new PackageFiles(withProgress(progress))) {
      Toolchain toolchain =
          toolchains.of(
              files,
              new CacheFolder(options.cache().resolve("toolchain")),
              platform,
              () -> options.progress().stage("wait for another candor that unpacks the same"));
      Root root = Root.of(reference, files, options);
      Assembly assembly = new Assembly(files, toolchain::resolution, platform, progress);
      Path folder =
          cache.obtain(
              key(root, platform, toolchain),
              () -> options.progress().stage("wait for another candor that installs the same"),
              work -> assembly.fill(root, work));
      InstalledFile installed = InstalledFile.read(folder);
      Optional<Toolchain.UnpackedNode> runtime =
          runtime(installed, recipe, toolchain).map(toolchain::node);
      return installation(root, real(folder.resolve(Assembly.TREE)), installed, runtime, recipe);
    }
  }

  /** Where installations are. */
  static Path folder(FetchOptions options) {
    return options.cache().resolve("installations");
  }

  private FetchOptions withProgress(Gathering.Quiet progress) {
    return new FetchOptions(
        options.registry(), options.platform(), options.offline(), options.cache(), progress);
  }

  private static String key(Root root, Platform platform, Toolchain toolchain) {
    String text =
        String.join(
            "\n",
            "4", // changes with the layout
            root.subject().purl(),
            root.identity(),
            platform.toString(),
            String.valueOf(Processor.needsBaseline()),
            toolchain.resolver());
    return Sha256.hex(text).substring(0, 32);
  }

  private Optional<String> runtime(
      InstalledFile installed, Optional<Recipe> recipe, Toolchain toolchain) {
    Optional<Recipe.Interpreter> wanted = recipe.flatMap(Recipe::runtime);
    boolean needed =
        wanted.isPresent()
            || installed.commands().values().stream().anyMatch(Programs.Command::node)
            || recipe.stream()
                .flatMap(one -> one.setup().stream())
                .anyMatch(words -> words.getFirst().equals("node"));
    if (!needed) {
      return Optional.empty();
    }
    int lowest =
        Math.max(
            wanted.map(Recipe.Interpreter::lowestMajor).orElse(0),
            installed.lowestNode().orElse(0));
    return Optional.of(node.orElseGet(() -> toolchain.nodeFor(lowest)));
  }

  private static Installation installation(
      Root root,
      Path tree,
      InstalledFile installed,
      Optional<Toolchain.UnpackedNode> node,
      Optional<Recipe> recipe) {
    List<Bind> binds = new ArrayList<>(List.of(new Bind(tree.toString(), TOOL)));
    List<String> path = new ArrayList<>(List.of(TOOL + "/bin"));
    node.ifPresent(unpacked -> {
      binds.add(new Bind(real(unpacked.folder()).toString(), NODE));
      path.add(NODE + "/bin");
    });
    Map<String, List<String>> commands = new LinkedHashMap<>();
    installed
        .commands()
        .forEach((name, command) -> {
          String program = TOOL + "/bin/" + name;
          commands.put(
              name, command.start() ? List.of(NODE + "/bin/node", program) : List.of(program));
        });
    if (root.kind() == Root.Kind.PROGRAM && recipe.isPresent()) {
      // The one program there is, whatever its file is called.
      commands.putIfAbsent(recipe.get().command().getFirst(), commands.values().iterator().next());
    }
    return new Installation(
        root.subject(),
        binds,
        path,
        commands,
        node.map(unpacked ->
            new Installation.Interpreter(
                "node", unpacked.version(), unpacked.part().subject(), NODE + "/bin/node")),
        installed.packages(),
        installed.notes());
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
