package dev.candor.policy.vers;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;

/** The order of Debian's packages. */
@AutoService(VersionOrder.class)
@SuppressWarnings("rawtypes")
public final class DebianOrder implements VersionOrder<DebianVersion> {
  @Override
  public Set<String> types() {
    return Set.of("deb");
  }

  @Override
  public Optional<DebianVersion> read(String version) {
    return DebianVersion.parse(version);
  }
}
