package dev.candor.artifact;

import dev.candor.core.SemanticVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of a package's optional dependencies hold its program for one platform. Ordinary
 * dependencies are other people's code and are not followed.
 *
 * @param chosen to be fetched too
 * @param notes what was left aside
 * @param others platform packages for other machines
 */
record PlatformPackages(List<Candidate> chosen, List<String> notes, List<String> others) {

  /**
   * @param name under which the package depends on it, which may be an alias
   * @param manifest what it is
   */
  record Candidate(String name, Manifest manifest) {}

  /** The dependencies that might be platform packages: exact versions, also behind an alias. */
  static Map<String, RegistryPackage> possible(Manifest manifest) {
    Map<String, RegistryPackage> possible = new LinkedHashMap<>();
    manifest
        .optionalDependencies()
        .forEach((name, version) -> exact(name, version).ifPresent(r -> possible.put(name, r)));
    return possible;
  }

  /** Takes one of each family of variants: same parent and system, differing in what follows. */
  static PlatformPackages select(List<Candidate> candidates, Platform platform) {
    Map<String, Candidate> fitting = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Manifest manifest = candidate.manifest;
      if (manifest.os().isEmpty() && manifest.cpu().isEmpty()) {
        continue;
      }
      if (platform.runs(manifest.os(), manifest.cpu(), manifest.libc())) {
        fitting.put(candidate.name, candidate);
      } else {
        others.add(candidate.name);
      }
    }
    List<Candidate> chosen = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (List<String> family : PlatformVariants.families(fitting.keySet(), platform)) {
      chosen.add(fitting.get(family.getFirst()));
      if (family.size() > 1) {
        notes.add(
            "of the packages for "
                + platform
                + ", "
                + family.getFirst()
                + " was read; its variants were not: "
                + String.join(", ", family.subList(1, family.size())));
      }
    }
    return new PlatformPackages(List.copyOf(chosen), List.copyOf(notes), List.copyOf(others));
  }

  private static Optional<RegistryPackage> exact(String name, String version) {
    String alias = "npm:";
    int at = version.lastIndexOf('@');
    boolean aliased = version.startsWith(alias) && at > alias.length();
    String realName = aliased ? version.substring(alias.length(), at) : name;
    String realVersion = aliased ? version.substring(at + 1) : version;
    return SemanticVersion.parse(realVersion).isPresent()
            && RegistryPackage.isName(realName)
            && RegistryPackage.isName(name)
        ? Optional.of(new RegistryPackage(realName, realVersion))
        : Optional.empty();
  }
}
