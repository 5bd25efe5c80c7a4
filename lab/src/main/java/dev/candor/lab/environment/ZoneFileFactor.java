package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.util.Optional;

/** The file alone. */
@AutoService(Factor.class)
public final class ZoneFileFactor implements Factor {
  @Override
  public String name() {
    return "timezone-file";
  }

  @Override
  public String base() {
    return "same";
  }

  @Override
  public Optional<String> aspectOf() {
    return Optional.of("timezone");
  }

  @Override
  public String meaning() {
    return "/etc/localtime alone, where it is to differ from timezone; same follows it";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals("same")) {
      scene.zoneFile = Optional.of(level);
      Zones.named(name(), level);
      scene.fact(name(), level);
    }
  }
}
