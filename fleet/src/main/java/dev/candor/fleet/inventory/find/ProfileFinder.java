package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Named profiles of VS Code and its forks: each has a list of its extensions, which lie elsewhere.
 */
@AutoService(Finder.class)
public final class ProfileFinder implements Finder {
  private static final int MOST_BYTES = 8 << 20;
  private static final String ID = ".identifier.id";

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.name().equals("extensions.json")
        && entry.isFile()
        && entry.folder().name(1).equals("profiles");
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    Map<String, String> values = Values.of(entry.name(), entry.bytes(MOST_BYTES));
    String evidence = "profile " + entry.folder().name() + " has it on its list";
    values.forEach((key, id) -> {
      if (key.endsWith(ID)
          && findings.catalogue().extension(id.toLowerCase(Locale.ROOT)).isPresent()) {
        String element = key.substring(0, key.length() - ID.length());
        String place = values.getOrDefault(element + ".location.path", "");
        if (place.startsWith("/")) {
          findings.add(new Findings.Mention(place, evidence));
        }
      }
    });
  }
}
