package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Setting;
import dev.candor.fleet.inventory.Setting.Purpose;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import dev.candor.fleet.inventory.catalogue.Tool.Keys;
import dev.candor.fleet.inventory.catalogue.Tool.SettingFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Files of configuration that the catalogue names, and what they set of what it names. */
@AutoService(Finder.class)
public final class SettingsFinder implements Finder {
  private static final int MOST_BYTES = 4 << 20;

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    return entry.isFile()
        && catalogue.settingFiles(entry.name()).stream()
            .anyMatch(found -> isThat(entry, found.file()));
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    Map<String, String> values = Values.of(entry.name(), entry.bytes(MOST_BYTES));
    for (Catalogue.Configured found : findings.catalogue().settingFiles(entry.name())) {
      if (isThat(entry, found.file())) {
        Keys keys = found.file().keys();
        add(found.tool(), Purpose.ENDPOINT, keys.endpoint(), values, entry, findings);
        add(found.tool(), Purpose.PROXY, keys.proxy(), values, entry, findings);
      }
    }
  }

  private static void add(
      Tool tool,
      Purpose purpose,
      List<String> keys,
      Map<String, String> values,
      Entry entry,
      Findings findings) {
    values.forEach((key, value) -> {
      if (!value.isBlank() && keys.stream().anyMatch(pattern -> KeyPattern.fits(pattern, key))) {
        findings.add(new Setting(tool.name(), purpose, entry.place(), key, Masked.of(value)));
      }
    });
  }

  private static boolean isThat(Entry entry, SettingFile file) {
    String place = entry.place();
    return place.endsWith("/" + file.path());
  }
}
