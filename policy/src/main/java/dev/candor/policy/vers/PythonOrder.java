package dev.candor.policy.vers;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;

/** The order of Python's packages. */
@AutoService(VersionOrder.class)
@SuppressWarnings("rawtypes")
public final class PythonOrder implements VersionOrder<PythonVersion> {
  @Override
  public Set<String> types() {
    return Set.of("pypi");
  }

  @Override
  public Optional<PythonVersion> read(String version) {
    return PythonVersion.parse(version);
  }
}
