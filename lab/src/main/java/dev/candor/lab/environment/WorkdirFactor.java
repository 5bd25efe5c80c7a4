package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.util.List;

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

  /** The path, and the name of the folder. */
  @Override
  public List<String> readings(String level) {
    return List.of(level, level.substring(level.lastIndexOf('/') + 1));
  }

  @Override
  public List<String> having(String reading) {
    return List.of(reading.startsWith("/") ? reading : "~/src/" + reading);
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.work = level;
    scene.fact(name(), level.substring(level.lastIndexOf('/') + 1));
  }
}
