package dev.candor.lab.environment;

import com.google.auto.service.AutoService;

/** The number of the network card, by which machines can be told apart. */
@AutoService(Factor.class)
public final class NetworkInterfacesFactor implements Factor {
  @Override
  public String name() {
    return "network-interfaces";
  }

  @Override
  public String base() {
    return "02:5e:7a:31:c4:0c";
  }

  @Override
  public String meaning() {
    return "the number (MAC) of the network card, even, in lower case";
  }

  @Override
  public void furnish(Scene scene, String level) {
    scene.mac = level;
    scene.fact(name(), level);
    scene.fact(name(), level.replace(":", ""));
  }
}
