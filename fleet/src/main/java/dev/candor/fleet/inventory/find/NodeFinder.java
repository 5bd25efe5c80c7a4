package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Packages of npm, pnpm, yarn and bun, of projects and of users: folders in {@code node_modules}
 * whose manifest has the folder's name. So neither a checkout nor a copy in documentation is one.
 */
@AutoService(Finder.class)
public final class NodeFinder implements Finder {
  static final String MODULES = "node_modules";

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.name().equals("package.json")
        && entry.isFile()
        && packageName(entry.folder()).flatMap(catalogue::npm).isPresent();
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    String name = packageName(entry.folder()).orElseThrow();
    Tool tool = findings.catalogue().npm(name).orElseThrow();
    Manifest manifest = Manifest.read(entry);
    if (manifest.name().filter(name::equals).isEmpty()) {
      return;
    }
    findings.add(
        new Installation(
            tool.name(),
            Purls.of("npm", name, manifest.version()),
            manifest.version(),
            means(entry.folder()),
            entry.folder().place(),
            List.of("package.json in " + MODULES + " names " + name),
            Optional.empty()));
  }

  /** The name that a folder in {@code node_modules} stands for. */
  static Optional<String> packageName(Folder folder) {
    if (folder.name(1).equals(MODULES)) {
      return Optional.of(folder.name());
    }
    return folder.name(1).startsWith("@") && folder.name(2).equals(MODULES)
        ? Optional.of(folder.name(1) + "/" + folder.name())
        : Optional.empty();
  }

  /** Told by the folders that each manager makes, else by what it leaves beside them. */
  private static Means means(Folder folder) {
    if (folder.isIn(".pnpm")) {
      return Means.PNPM;
    }
    Folder modules = folder.outermost(MODULES).orElse(folder);
    if (modules.name(1).equals("global") && modules.isIn(".bun")) {
      return Means.BUN;
    }
    if (modules.name(1).equals("global") && modules.isIn("yarn")) {
      return Means.YARN;
    }
    if (has(modules, ".modules.yaml")) {
      return Means.PNPM;
    }
    if (has(modules, ".yarn-integrity") || has(modules, ".yarn-state.yml")) {
      return Means.YARN;
    }
    if (has(modules, ".package-lock.json")) {
      return Means.NPM;
    }
    return modules
            .parent()
            .filter(project -> has(project, "bun.lock") || has(project, "bun.lockb"))
            .isPresent()
        ? Means.BUN
        : Means.NPM;
  }

  private static boolean has(Folder folder, String name) {
    Path file = folder.path().resolve(name);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
