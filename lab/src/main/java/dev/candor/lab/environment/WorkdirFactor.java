package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The folder in which the tool starts. */
@AutoService(Factor.class)
public final class WorkdirFactor implements Factor {
  @Override
  public String name() {
    return "workdir";
  }

  @Override
  public String base() {
    return "~/src/marrow-lantern";
  }

  @Override
  public String meaning() {
    return "the folder in which the tool starts";
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.work = level;
    scene.fact(name(), level.substring(level.lastIndexOf('/') + 1));
  }
}
