package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The number that stands for this machine. */
@AutoService(Factor.class)
public final class MachineIdFactor implements Factor {
  @Override
  public String name() {
    return "machine-id";
  }

  @Override
  public String base() {
    return "7be41c9a0d5f4e3892c6d17fa8305be6";
  }

  @Override
  public String meaning() {
    return "the 32 hexadecimal digits of /etc/machine-id";
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.machineId = level;
    scene.fact(name(), level);
  }
}
