package dev.candor.policy.vers;

import com.google.auto.service.AutoService;
import dev.candor.core.SemanticVersion;
import java.util.Optional;
import java.util.Set;

/**
 * The order of semver.org 2.0.0, section 11: a pre-release stands before its release, and in a
 * range wherever that order puts it. npm's own ranges leave pre-releases out.
 */
@AutoService(VersionOrder.class)
@SuppressWarnings("rawtypes")
public final class SemanticOrder implements VersionOrder<SemanticOrder.Ordered> {
  /** Without what follows a plus sign, which has no part in the order, nor in equality. */
  public record Ordered(SemanticVersion version) implements Comparable<Ordered> {
    @Override
    public int compareTo(Ordered other) {
      return version.compareTo(other.version);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ordered ordered && compareTo(ordered) == 0;
    }

    @Override
    public int hashCode() {
      return version.core().hashCode() * 31 + version.prerelease().hashCode();
    }
  }

  @Override
  public Set<String> types() {
    return Set.of("npm", "semver", "cargo", "vscode", "vscode-extension", "openvsx");
  }

  @Override
  public Optional<Ordered> read(String version) {
    return SemanticVersion.parse(version).map(Ordered::new);
  }
}
