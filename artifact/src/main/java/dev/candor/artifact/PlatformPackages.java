package dev.candor.artifact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** How the names of platform packages spell an operating system. */
  private static final Map<String, List<String>> SPELLINGS =
      Map.of(
          "win32", List.of("win32", "windows", "win"), "darwin", List.of("darwin", "macos", "osx"));

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
    Map<String, List<Candidate>> families = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Manifest manifest = candidate.manifest;
      if (manifest.os().isEmpty() && manifest.cpu().isEmpty()) {
        continue;
      }
      if (platform.runs(manifest.os(), manifest.cpu(), manifest.libc())) {
        families
            .computeIfAbsent(family(candidate, platform), f -> new ArrayList<>())
            .add(candidate);
      } else {
        others.add(candidate.name);
      }
    }
    List<Candidate> chosen = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (List<Candidate> family : families.values()) {
      family.sort(preference(platform));
      chosen.add(family.getFirst());
      if (family.size() > 1) {
        notes.add(
            "of the packages for "
                + platform
                + ", "
                + family.getFirst().name
                + " was read; its variants were not: "
                + family.stream().skip(1).map(Candidate::name).collect(Collectors.joining(", ")));
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

  private static String family(Candidate candidate, Platform platform) {
    String name = candidate.name.toLowerCase(Locale.ROOT);
    int scope = name.indexOf('/') + 1;
    return SPELLINGS.getOrDefault(platform.os(), List.of(platform.os())).stream()
        .mapToInt(spelling -> name.indexOf(spelling, scope))
        .filter(at -> at >= 0)
        .mapToObj(at -> name.substring(0, at))
        .findFirst()
        .orElse(name);
  }

  /** A package without {@code libc} may still say musl in its name; else the shortest name. */
  private static Comparator<Candidate> preference(Platform platform) {
    boolean musl = platform.libc().filter("musl"::equals).isPresent();
    return Comparator.<Candidate, Boolean>comparing(
            candidate -> candidate.name.contains("musl") != musl)
        .thenComparingInt(candidate -> candidate.name.length())
        .thenComparing(Candidate::name);
  }
}
