package dev.candor.fleet.inventory.find;

import com.google.auto.service.AutoService;
import dev.candor.fleet.inventory.Setting;
import dev.candor.fleet.inventory.Setting.Purpose;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Variables of tools that shells and sessions set for a user or for all. */
@AutoService(Finder.class)
public final class ShellFinder implements Finder {
  private static final int MOST_BYTES = 1 << 20;

  private static final Set<String> OF_USERS =
      Set.of(
          ".bashrc",
          ".bash_profile",
          ".bash_login",
          ".profile",
          ".zshrc",
          ".zshenv",
          ".zprofile",
          ".zlogin",
          ".pam_environment");

  private static final Set<String> OF_ALL =
      Set.of("profile", "environment", "bash.bashrc", "bashrc", "zshrc", "zshenv", "zprofile");

  @Override
  public boolean wants(Entry entry, Catalogue catalogue) {
    if (!entry.isFile()) {
      return false;
    }
    String name = entry.name();
    return switch (entry.folder().name()) {
      case "profile.d", "environment.d" -> name.endsWith(".sh") || name.endsWith(".conf");
      case "fish" -> name.equals("config.fish");
      case "conf.d" -> name.endsWith(".fish");
      case "etc", "zsh" -> OF_ALL.contains(name);
      default -> OF_USERS.contains(name);
    };
  }

  @Override
  public void look(Entry entry, Findings findings) throws IOException {
    Map<String, String> values =
        Assignments.of(new String(entry.bytes(MOST_BYTES), StandardCharsets.UTF_8));
    for (Tool tool : findings.catalogue().tools()) {
      add(tool, Purpose.ENDPOINT, tool.variables().endpoint(), values, entry, findings);
      add(tool, Purpose.PROXY, tool.variables().proxy(), values, entry, findings);
    }
  }

  private static void add(
      Tool tool,
      Purpose purpose,
      Iterable<String> names,
      Map<String, String> values,
      Entry entry,
      Findings findings) {
    for (String name : names) {
      String value = values.getOrDefault(name, "");
      if (!value.isBlank()) {
        findings.addOfVariable(
            new Setting(tool.name(), purpose, entry.place(), name, Masked.of(value)));
      }
    }
  }
}
