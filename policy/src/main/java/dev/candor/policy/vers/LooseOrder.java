package dev.candor.policy.vers;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;

/** The order of whatever people write as a version, for types that have no order of their own. */
@AutoService(VersionOrder.class)
@SuppressWarnings("rawtypes")
public final class LooseOrder implements VersionOrder<LooseVersion> {
  @Override
  public Set<String> types() {
    return Set.of("generic");
  }

  @Override
  public Optional<LooseVersion> read(String version) {
    return LooseVersion.parse(version);
  }
}
