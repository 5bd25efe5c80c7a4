package dev.candor.artifact;

import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A machine that a package is made for, in the words of Node ({@code process.platform}, {@code
 * process.arch}) and npm ({@code libc}).
 *
 * @param os {@code linux}, {@code darwin}, {@code win32}, …
 * @param cpu {@code x64}, {@code arm64}, …
 * @param libc the C library, {@code "glibc"} or {@code "musl"}, on Linux, else empty
 */
public record Platform(String os, String cpu, Optional<String> libc) {
  private static final Set<String> SYSTEMS =
      Set.of("aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "sunos", "win32");
  private static final Set<String> PROCESSORS =
      Set.of(
          "arm",
          "arm64",
          "ia32",
          "loong64",
          "mips",
          "mips64el",
          "mipsel",
          "ppc64",
          "riscv64",
          "s390x",
          "x64");
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("windows", "win32"),
          Map.entry("macos", "darwin"),
          Map.entry("amd64", "x64"),
          Map.entry("x86_64", "x64"),
          Map.entry("aarch64", "arm64"),
          Map.entry("x86", "ia32"),
          Map.entry("i386", "ia32"),
          Map.entry("loongarch64", "loong64"),
          Map.entry("ppc64le", "ppc64"),
          Map.entry("gnu", "glibc"));

  /**
   * Reads {@code os-cpu} or {@code os-cpu-libc}: {@code linux-x64}, {@code linux-x64-musl}, {@code
   * darwin-arm64}, {@code win32-x64}. Linux without a libc means glibc.
   *
   * @throws InputException if a part is not known
   */
  public static Platform parse(String text) {
    List<String> parts =
        List.of(text.toLowerCase(Locale.ROOT).split("-", -1)).stream()
            .map(part -> OTHER_NAMES.getOrDefault(part, part))
            .toList();
    boolean known =
        (parts.size() == 2 || parts.size() == 3)
            && SYSTEMS.contains(parts.get(0))
            && PROCESSORS.contains(parts.get(1))
            && (parts.size() == 2
                || (parts.get(0).equals("linux")
                    && Set.of("glibc", "musl").contains(parts.get(2))));
    if (!known) {
      throw new InputException(
          Shown.text(text)
              + " is not a platform. Write os-cpu as Node does: linux-x64, linux-arm64,"
              + " linux-x64-musl, darwin-arm64, darwin-x64, win32-x64, …");
    }
    return parts.size() == 3
        ? new Platform(parts.get(0), parts.get(1), Optional.of(parts.get(2)))
        : of(parts.get(0), parts.get(1));
  }

  /** The machine that this runs on. */
  public static Platform host() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String os =
        name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "darwin" : name.strip();
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    Platform host = of(os, OTHER_NAMES.getOrDefault(arch, arch));
    return os.equals("linux") && onlyMusl(host.cpu)
        ? new Platform(os, host.cpu, Optional.of("musl"))
        : host;
  }

  private static Platform of(String os, String cpu) {
    return new Platform(os, cpu, os.equals("linux") ? Optional.of("glibc") : Optional.empty());
  }

  // The dynamic loaders' fixed places; a glibc machine may hold musl's beside its own.
  private static boolean onlyMusl(String cpu) {
    String machine = cpu.equals("x64") ? "x86_64" : cpu.equals("arm64") ? "aarch64" : cpu;
    return Files.exists(Path.of("/lib/ld-musl-" + machine + ".so.1"))
        && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
        && !Files.exists(Path.of("/lib/ld-linux-aarch64.so.1"));
  }

  /**
   * Whether a package with these fields of {@code package.json} is meant for this platform; empty
   * ones name no condition.
   */
  public boolean runs(List<String> osRules, List<String> cpuRules, List<String> libcRules) {
    boolean rightLibc =
        libcRules.isEmpty() || libc.filter(wanted -> allows(libcRules, wanted)).isPresent();
    return allows(osRules, os) && allows(cpuRules, cpu) && rightLibc;
  }

  // npm's rule: "!x" excludes; if anything is named without "!", one of those must be meant.
  private static boolean allows(List<String> rules, String value) {
    boolean excluded = rules.contains("!" + value);
    boolean any = rules.contains("any") || rules.stream().allMatch(rule -> rule.startsWith("!"));
    return !excluded && (any || rules.contains(value));
  }

  @Override
  public String toString() {
    return os + "-" + cpu + libc.filter("musl"::equals).map(musl -> "-" + musl).orElse("");
  }
}
