package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Extensions of VS Code, its forks and its servers: folders {@code
 * extensions/PUBLISHER.NAME-VERSION} whose manifest has publisher and name.
 */
@AutoService(Finder.class)
public final class ExtensionFinder implements Finder {
  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.name().equals("package.json")
        && entry.isFile()
        && entry.folder().name(1).equals("extensions")
        && named(entry.folder().name(), catalogue).isPresent();
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    Manifest manifest = Manifest.read(entry);
    if (manifest.publisher().isEmpty() || manifest.name().isEmpty() || !manifest.forEditor()) {
      return;
    }
    String publisher = manifest.publisher().get().toLowerCase(Locale.ROOT);
    String name = manifest.name().get().toLowerCase(Locale.ROOT);
    String id = publisher + "." + name;
    Optional<Tool> tool = findings.catalogue().extension(id);
    if (tool.isPresent() && isOf(entry.folder().name().toLowerCase(Locale.ROOT), id)) {
      findings.add(
          new Installation(
              tool.get().name(),
              Purls.of("vscode-extension", publisher + "/" + name, manifest.version()),
              manifest.version(),
              Means.VSCODE_EXTENSION,
              entry.folder().place(),
              List.of("package.json in extensions names " + id),
              Optional.empty()));
    }
  }

  /** The tool that a folder is named for, if any. */
  private static Optional<Tool> named(String folder, Catalogue catalogue) {
    String name = folder.toLowerCase(Locale.ROOT);
    Optional<Tool> tool = catalogue.extension(name);
    for (int dash = name.indexOf('-'); dash > 0 && tool.isEmpty(); ) {
      tool = catalogue.extension(name.substring(0, dash));
      dash = name.indexOf('-', dash + 1);
    }
    return tool;
  }

  private static boolean isOf(String folder, String id) {
    return folder.equals(id) || folder.startsWith(id + "-");
  }
}
