package dev.candor.audit.exposure;

import com.ibm.icu.util.TimeZone;
import dev.candor.lab.environment.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that this runs on, as a tool would find it. Only what is asked for is read.
 *
 * @param environment its variables
 * @param root of its files, {@code /}
 * @param workdir where it stands
 * @param user who runs it
 */
public record Machine(Map<String, String> environment, Path root, Path workdir, String user) {
  private static final int LONGEST = 4096;

  /**
   * @param endpointVariables that say where the model is, in the order in which they count
   */
  public Reading read(String factor, List<String> endpointVariables) {
    if (factor.startsWith(Environment.VARIABLE)) {
      return first(factor, List.of(factor.substring(Environment.VARIABLE.length())));
    }
    return switch (factor) {
      case "timezone" -> zone();
      case "timezone-variable" -> first(factor, List.of("TZ"));
      case "timezone-file" -> zoneFile(factor);
      case "endpoint" ->
          endpointVariables.isEmpty()
              ? unreadable(factor, "no recipe says in which variable the package looks for it")
              : first(factor, endpointVariables);
      case "proxy" ->
          first(
              factor,
              List.of(
                  "HTTPS_PROXY",
                  "https_proxy",
                  "HTTP_PROXY",
                  "http_proxy",
                  "ALL_PROXY",
                  "all_proxy"));
      case "locale" -> first(factor, List.of("LC_ALL", "LC_MESSAGES", "LANG"));
      case "terminal" -> first(factor, List.of("TERM_PROGRAM", "TERM"));
      case "editor" -> first(factor, List.of("VISUAL", "EDITOR"));
      case "username" -> new Reading.Found(factor, user, "this process's user");
      case "workdir" -> new Reading.Found(factor, workdir.toString(), "this process's folder");
      case "hostname" ->
          file(factor, "proc/sys/kernel/hostname")
              .or(() -> file(factor, "etc/hostname"))
              .orElseGet(() -> unreadable(factor, "neither the kernel nor /etc/hostname tells it"));
      case "machine-id" ->
          file(factor, "etc/machine-id")
              .orElseGet(() -> new Reading.Absent(factor, "/etc/machine-id"));
      default -> unreadable(factor, "Candor does not read it from a machine");
    };
  }

  private static Reading unreadable(String factor, String why) {
    return new Reading.Unreadable(factor, why + "; say it with --environment " + factor + "=…");
  }

  private Reading first(String factor, List<String> variables) {
    return variables.stream()
        .filter(name -> !environment.getOrDefault(name, "").isEmpty())
        .findFirst()
        .<Reading>map(name -> new Reading.Found(factor, environment.getOrDefault(name, ""), name))
        .orElseGet(() -> new Reading.Absent(factor, String.join(", ", variables)));
  }

  private Optional<Reading> file(String factor, String path) {
    return content(root.resolve(path))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> new Reading.Found(factor, text, "/" + path));
  }

  private static Optional<String> content(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As ICU finds it, which Node uses: TZ, else the link /etc/localtime, else its content. */
  private Reading zone() {
    String variable = environment.getOrDefault("TZ", "");
    if (variable.isEmpty()) {
      return zoneFile("timezone");
    }
    String name = afterZoneinfo(variable.startsWith(":") ? variable.substring(1) : variable);
    return name.equals("/etc/localtime")
        ? zoneFile("timezone")
        : new Reading.Found("timezone", named(name), "TZ");
  }

  private Reading zoneFile(String factor) {
    Path file = root.resolve("etc/localtime");
    String source = "/etc/localtime";
    try {
      if (Files.isSymbolicLink(file)) {
        String name = afterZoneinfo(Files.readSymbolicLink(file).toString());
        return new Reading.Found(factor, named(name), source);
      }
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return new Reading.Found(factor, "UTC", "neither TZ nor " + source + " is there");
      }
      return sameFile(file)
          .<Reading>map(name -> new Reading.Found(factor, named(name), source + ", by its content"))
          .orElseGet(() -> unreadable(factor, source + " is like no file of /usr/share/zoneinfo"));
    } catch (IOException e) {
      return unreadable(factor, source + " cannot be read");
    }
  }

  private Optional<String> sameFile(Path file) throws IOException {
    Path folder = root.resolve("usr/share/zoneinfo");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    long size = Files.size(file);
    try (Stream<Path> all = Files.walk(folder, 4)) {
      for (Path one : (Iterable<Path>) all.sorted()::iterator) {
        String name = folder.relativize(one).toString();
        if (Files.isRegularFile(one)
            && name.matches("[A-Z][A-Za-z_+-]+/.*")
            && Files.size(one) == size
            && Files.mismatch(one, file) < 0) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  private static String afterZoneinfo(String path) {
    int at = path.indexOf("zoneinfo/");
    String name = at < 0 ? path : path.substring(at + "zoneinfo/".length());
    return name.replaceFirst("^(posix|right)/", "");
  }

  /** The zone as it is written, and as ICU calls it: {@code PRC} is {@code Asia/Shanghai}. */
  static List<String> named(String zone) {
    List<String> names = new ArrayList<>(List.of(zone));
    String canonical = TimeZone.getCanonicalID(zone);
    if (canonical != null && !canonical.equals(zone) && !canonical.equals("Etc/Unknown")) {
      names.add(canonical);
    }
    return names;
  }
}
