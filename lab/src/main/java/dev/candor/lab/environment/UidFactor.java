package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import dev.candor.core.InputException;

/** The number of the user who runs the tool. */
@AutoService(Factor.class)
public final class UidFactor implements Factor {
  @Override
  public String name() {
    return "uid";
  }

  @Override
  public String base() {
    return "1473";
  }

  @Override
  public String meaning() {
    return "the number of the user";
  }

  @Override
  public void furnish(Scene scene, String level) {
    try {
      scene.uid = Integer.parseInt(level);
    } catch (NumberFormatException e) {
      throw new InputException("uid cannot be " + level + "; give a number from 1 to 65533.", e);
    }
  }
}
