package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Purls;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kegs and casks of Homebrew: {@code Cellar/NAME/VERSION} and {@code Caskroom/NAME/VERSION}, by
 * Homebrew's "Formula Cookbook" and "Cask Cookbook".
 */
@AutoService(Finder.class)
public final class HomebrewFinder implements Finder {
  private static final String KEGS = "Cellar";
  private static final String CASKS = "Caskroom";

  /** A formula's revision, which is no part of what was packed. */
  private static final Pattern REVISION = Pattern.compile("_[0-9]+$");

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    String room = entry.folder().name(1);
    return entry.isFolder()
        && (room.equals(KEGS) || room.equals(CASKS))
        && entry.name().chars().anyMatch(c -> c >= '0' && c <= '9')
        && !entry.name().startsWith(".")
        && catalogue.homebrew(entry.folder().name()).isPresent();
  }

  @Override
  public void look(Entry entry, Findings findings) {
    String name = entry.folder().name();
    Tool tool = findings.catalogue().homebrew(name).orElseThrow();
    String room = entry.folder().name(1);
    // A cask writes 1.2.3,4567 where the address has a second number.
    String version =
        room.equals(KEGS)
            ? REVISION.matcher(entry.name()).replaceFirst("")
            : entry.name().split(",", 2)[0];
    findings.add(
        new Installation(
            tool.name(),
            Purls.of("brew", name, Optional.of(version)),
            Optional.of(version),
            Means.HOMEBREW,
            entry.place(),
            List.of("folder " + room + "/" + name),
            Optional.empty()));
  }
}
