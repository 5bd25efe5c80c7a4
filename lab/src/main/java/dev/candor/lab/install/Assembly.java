package dev.candor.lab.install;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.FolderTree;
import dev.candor.artifact.PackageFiles;
import dev.candor.artifact.Platform;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.Digest;
import dev.candor.core.InputException;
import dev.candor.core.Subject;
import dev.candor.lab.install.Installation.Installed;
import dev.candor.lab.install.LockFile.Locked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts one installation together in an empty folder, laid out as {@code npm install --global} does:
 * the tool in {@code lib/node_modules}, what it depends on within, its commands in {@code bin}.
 */
final class Assembly {
  /** What of the installation a room sees. */
  static final String TREE = "tree";

  private static final String FOLDER = "node_modules/";

  private final PackageFiles files;
  private final Supplier<Resolution> resolution;
  private final Platform platform;
  private final Gathering.Quiet progress;
  private final List<Installed> packages = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Path> platformPackages = new ArrayList<>();

  Assembly(
      PackageFiles files,
      Supplier<Resolution> resolution,
      Platform platform,
      Gathering.Quiet progress) {
    this.files = files;
    this.resolution = resolution;
    this.platform = platform;
    this.progress = progress;
  }

  /** Fills the folder with the tool, and writes down beside it what it is made of. */
  void fill(Root root, Path folder) throws IOException {
    notes.addAll(root.notes());
    UnpackedPackage.folders(folder.resolve(TREE));
    if (root.kind() == Root.Kind.PROGRAM) {
      program(root, folder);
    } else {
      tool(root, folder);
    }
  }

  private void program(Root root, Path folder) throws IOException {
    String name = root.path().getFileName().toString();
    Path tree = folder.resolve(TREE);
    Path copy = tree.resolve("lib").resolve(name);
    UnpackedPackage.folderOf(copy);
    FolderCopy.program(root.path(), copy);
    Programs.place(tree, name, copy);
    packages.add(new Installed(name, root.subject(), false));
    new InstalledFile(packages, Map.of(name, Programs.command(copy)), Optional.empty(), notes)
        .write(folder);
  }

  private void tool(Root root, Path folder) throws IOException {
    Path tree = folder.resolve(TREE);
    Path unpacked = folder.resolve("unpacked");
    if (root.kind() == Root.Kind.FOLDER) {
      FolderCopy.copy(root.path(), unpacked);
    } else {
      notes.addAll(UnpackedPackage.write(root.path(), unpacked));
    }
    PackageJson json = PackageJson.in(unpacked, root.path());
    String location = FOLDER + root.registry().map(wanted -> wanted.name()).orElse(json.name());
    Path home = tree.resolve("lib").resolve(location);
    UnpackedPackage.folderOf(home);
    Files.move(unpacked, home);
    packages.add(new Installed(location, root.subject(), json.hasInstallScript()));
    if (json.hasDependencies()
        && !(root.kind() == Root.Kind.FOLDER && Files.isDirectory(home.resolve("node_modules")))) {
      dependencies(root, json, location, folder);
    }
    List<String> scripts =
        packages.stream().filter(Installed::installScript).map(Assembly::name).toList();
    if (!scripts.isEmpty()) {
      notes.add("install scripts were not run, of: " + String.join(", ", scripts));
    }
    Programs.Linked linked = Programs.link(tree, home, json, platformPackages);
    notes.addAll(linked.notes());
    new InstalledFile(packages, linked.commands(), json.lowestNode(), distinct(notes))
        .write(folder);
  }

  private void dependencies(Root root, PackageJson json, String tool, Path folder)
      throws IOException {
    String name = tool.substring(FOLDER.length());
    String version = root.registry().map(wanted -> wanted.version()).orElse(json.version());
    ObjectNode project = JsonMapper.shared().createObjectNode();
    project.put("name", "installation").put("private", true);
    project.putObject("dependencies").put(name, version);
    Path work = Files.createDirectory(folder.resolve("resolving"));
    Resolution npm = resolution.get();
    progress.stage("resolve the dependencies of " + name);
    String lock = npm.lock(project.toString(), registry(root, json, name), work);
    FolderTree.remove(work);
    Files.writeString(folder.resolve("package-lock.json"), lock);
    LockFile.Selection selection = new LockFile(lock).select(platform, Processor.needsBaseline());
    notes.addAll(selection.notes());
    // What is for one platform holds programs: large, and worth a line of progress each.
    List<Locked> small =
        selection.packages().stream()
            .filter(each -> !each.bound() && !each.location().equals(tool))
            .toList();
    Gathering.fetch(small, files, progress);
    for (Locked locked : selection.packages()) {
      if (!locked.location().equals(tool)) {
        install(locked, folder.resolve(TREE).resolve("lib").resolve(locked.location()));
      } else if (root.registry().isPresent()) {
        verify(locked, root.subject());
      }
    }
  }

  /** The user's registries, and beside them a package that is in none. */
  private Resolution.Registry registry(Root root, PackageJson json, String name) {
    boolean packed = root.kind() == Root.Kind.TARBALL;
    return new Resolution.Registry() {
      @Override
      public Optional<byte[]> document(String wanted) {
        return root.registry().isEmpty() && wanted.equals(name)
            ? Optional.of(json.document(packed).toString().getBytes(StandardCharsets.UTF_8))
            : files.document(wanted);
      }

      @Override
      public Path file(RegistryPackage wanted) {
        return root.registry().isEmpty() && wanted.name().equals(name)
            ? root.path()
            : files.only(wanted).parts().getFirst().path();
      }
    };
  }

  private static String name(Installed installed) {
    String location = installed.location();
    return location.substring(location.lastIndexOf(FOLDER) + FOLDER.length());
  }

  private static List<String> distinct(List<String> notes) {
    return notes.stream().distinct().toList();
  }

  private void install(Locked locked, Path home) throws IOException {
    Artifact artifact = files.only(locked.reference());
    Artifact.Part part = artifact.parts().getFirst();
    verify(locked, part.subject());
    notes.addAll(artifact.notes());
    FolderTree.remove(
        home); // What an outer package has there under this name is not what npm uses.
    notes.addAll(UnpackedPackage.write(part.path(), home));
    packages.add(new Installed(locked.location(), part.subject(), locked.installScript()));
    if (locked.bound()) {
      platformPackages.add(home);
    }
  }

  // The registry's own digest was checked already; here, that npm was told the same.
  private static void verify(Locked locked, Subject subject) {
    String algorithm = "sha512-";
    List<String> expected =
        Arrays.stream(locked.integrity().orElse("").split("\\s+"))
            .filter(one -> one.startsWith(algorithm))
            .toList();
    String got =
        algorithm
            + Base64.getEncoder()
                .encodeToString(
                    HexFormat.of().parseHex(subject.digest().map(Digest::hex).orElse("")));
    if (!expected.isEmpty()
        && expected.stream().noneMatch(one -> one.split("\\?")[0].equals(got))) {
      throw new InputException(
          "The registry names two digests for "
              + locked.reference()
              + ", "
              + expected.getFirst()
              + " and "
              + got
              + ", so the tool was not installed. Try another registry (--registry).");
    }
  }
}
