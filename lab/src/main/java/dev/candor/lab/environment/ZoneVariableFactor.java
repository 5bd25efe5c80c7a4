package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.util.Optional;

/** The variable alone. */
@AutoService(Factor.class)
public final class ZoneVariableFactor implements Factor {
  @Override
  public String name() {
    return "timezone-variable";
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
    return "TZ alone, where it is to differ from timezone; same follows it";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals("same")) {
      scene.zoneVariable = Optional.of(level);
      Zones.named(name(), level);
      scene.fact(name(), level);
    }
  }
}
