package dev.candor.artifact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Platform packages that differ in their name's end only, such as {@code tool-linux-x64}, {@code
 * tool-linux-x64-baseline} and {@code tool-linux-x64-musl}: the same program in several builds.
 */
public final class PlatformVariants {
  /** How the names of platform packages spell an operating system. */
  private static final Map<String, List<String>> SPELLINGS =
      Map.of(
          "win32", List.of("win32", "windows", "win"), "darwin", List.of("darwin", "macos", "osx"));

  private PlatformVariants() {}

  /**
   * Sorts packages that all fit a platform into families of variants: same name up to the system.
   *
   * @return each family with the variant to be preferred first
   */
  public static List<List<String>> families(Collection<String> names, Platform platform) {
    Map<String, List<String>> families = new LinkedHashMap<>();
    for (String name : names) {
      families.computeIfAbsent(family(name, platform), any -> new ArrayList<>()).add(name);
    }
    return families.values().stream()
        .map(family -> family.stream().sorted(preference(platform)).toList())
        .toList();
  }

  private static String family(String candidate, Platform platform) {
    String name = candidate.toLowerCase(Locale.ROOT);
    int scope = name.indexOf('/') + 1;
    return SPELLINGS.getOrDefault(platform.os(), List.of(platform.os())).stream()
        .mapToInt(spelling -> name.indexOf(spelling, scope))
        .filter(at -> at >= 0)
        .mapToObj(at -> name.substring(0, at))
        .findFirst()
        .orElse(name);
  }

  /** A package without {@code libc} may still say musl in its name; else the shortest name. */
  private static Comparator<String> preference(Platform platform) {
    boolean musl = platform.libc().filter("musl"::equals).isPresent();
    return Comparator.<String, Boolean>comparing(name -> name.contains("musl") != musl)
        .thenComparingInt(String::length)
        .thenComparing(Comparator.naturalOrder());
  }
}
