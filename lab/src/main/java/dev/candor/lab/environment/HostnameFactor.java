package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The name of the machine. */
@AutoService(Factor.class)
public final class HostnameFactor implements Factor {
  @Override
  public String name() {
    return "hostname";
  }

  @Override
  public String base() {
    return "wrenfield-4c1d";
  }

  @Override
  public String meaning() {
    return "the name of the machine";
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.hostname = level;
    scene.fact(name(), level);
  }
}
