package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Plugins of JetBrains editors: jars with {@code META-INF/plugin.xml} in a plugin's {@code lib}, or
 * alone among the plugins (IntelliJ Platform SDK, "Plugin Class Loaders" and "IDE Directories").
 */
@AutoService(Finder.class)
public final class PluginFinder implements Finder {
  private static final String JAR = ".jar";
  private static final String VENDOR = "JetBrains";
  private static final String PLUGINS = "plugins";

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.name().endsWith(JAR) && entry.isFile() && isOfPlugins(entry.folder());
  }

  private static boolean isOfPlugins(Folder folder) {
    Folder beside = folder.name().equals("lib") ? folder.parent().orElse(folder) : folder;
    // Linux keeps the plugins of a user right below the product's folder.
    return beside.name().equals(PLUGINS)
        || beside.name(1).equals(PLUGINS)
        || beside.name(1).equals(VENDOR)
        || beside.name(2).equals(VENDOR);
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    Optional<PluginXml> plugin = PluginJar.plugin(entry);
    Optional<Tool> tool = plugin.flatMap(found -> findings.catalogue().jetbrains(found.id()));
    if (plugin.isEmpty() || tool.isEmpty()) {
      return;
    }
    boolean inFolder = entry.folder().name().equals("lib");
    findings.add(
        new Installation(
            tool.get().name(),
            Purls.of("generic", plugin.get().id(), plugin.get().version()),
            plugin.get().version(),
            Means.JETBRAINS_PLUGIN,
            inFolder ? entry.folder().parent().orElse(entry.folder()).place() : entry.place(),
            List.of("plugin.xml in " + entry.name() + " names " + plugin.get().id()),
            Optional.empty()));
  }
}
