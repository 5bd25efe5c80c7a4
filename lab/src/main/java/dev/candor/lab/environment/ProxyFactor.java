package dev.candor.lab.environment;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The proxy that the tool is told to use; the emulator stands behind it. */
@AutoService(Factor.class)
public final class ProxyFactor implements Factor {
  @Override
  public String name() {
    return "proxy";
  }

  @Override
  public String base() {
    return NONE;
  }

  @Override
  public String meaning() {
    return "a proxy, in HTTPS_PROXY, HTTP_PROXY and ALL_PROXY: a host:port or URL; none leaves them out";
  }

  @Override
  public void furnish(Scene scene, String level) {
    if (level.equals(NONE)) {
      return;
    }
    URI address = Addresses.of(name(), level, List.of("http", "https", "socks5", "socks5h"));
    for (String variable : List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")) {
      scene.variable(variable, address.toString());
      scene.variable(variable.toLowerCase(Locale.ROOT), address.toString());
    }
    scene.service(address);
    scene.fact(name(), address.getHost());
  }
}
