package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** Who runs the tool. */
@AutoService(Factor.class)
public final class UsernameFactor implements Factor {
  @Override
  public String name() {
    return "username";
  }

  @Override
  public String base() {
    return "quillon";
  }

  @Override
  public String meaning() {
    return "the name of the user, in /etc/passwd, USER and the home folder's path";
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.user = level;
    scene.fact(name(), level);
  }
}
