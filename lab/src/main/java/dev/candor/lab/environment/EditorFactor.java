package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The editor that the user prefers. */
@AutoService(Factor.class)
public final class EditorFactor implements Factor {
  @Override
  public String name() {
    return "editor";
  }

  @Override
  public String base() {
    return NONE;
  }

  @Override
  public String meaning() {
    return "the editor that EDITOR and VISUAL name; none leaves them out";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (!level.equals(NONE)) {
      scene.variable("EDITOR", level);
      scene.variable("VISUAL", level);
      scene.fact(name(), level);
    }
  }
}
