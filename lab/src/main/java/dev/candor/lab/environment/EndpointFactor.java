package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.util.List;

/** The host that the tool is told to ask. */
@AutoService(Factor.class)
public final class EndpointFactor implements Factor {
  @Override
  public String name() {
    return "endpoint";
  }

  @Override
  public String base() {
    return "models.larkspur-yard.example.net";
  }

  @Override
  public String meaning() {
    return "where the tool is told that the model is: a host, host:port or URL (https where none is named)";
  }

  @Override
  public void furnish(Scene scene, String level) {
    URI address = Addresses.of(name(), level, List.of("https", "http"));
    scene.endpoint = address;
    scene.service(address);
    scene.fact(name(), address.getHost());
  }
}
