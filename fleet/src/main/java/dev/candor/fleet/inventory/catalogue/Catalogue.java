package dev.candor.fleet.inventory.catalogue;

import dev.candor.fleet.inventory.catalogue.Tool.SettingFile;
import dev.candor.text.SuppliedFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tools that come with Candor: each file of the folder {@code catalogue} is one. */
public final class Catalogue {
  private static final String FOLDER = "/META-INF/candor/catalogue";

  /** Behind the name of a package whose program for one platform a package holds. */
  private static final Pattern PLATFORM =
      Pattern.compile("-(linux|darwin|win32|windows)-(x64|arm64)(-musl|-baseline)*$");

  private final List<Tool> tools;
  private final Map<String, List<Configured>> settingFiles;
  private final Map<String, Tool> npm;
  private final Map<String, Tool> platforms;
  private final Map<String, Tool> pypi;
  private final Map<String, Tool> homebrew;
  private final Map<String, Tool> debian;
  private final Map<String, Tool> extensions;
  private final Map<String, Tool> jetbrains;
  private final Map<String, Tool> agents;

  /**
   * @throws IllegalArgumentException if two tools claim one name
   */
  public Catalogue(List<Tool> tools) {
    this.tools = tools.stream().sorted(Comparator.comparing(Tool::name)).toList();
    by(tool -> List.of(tool.name()));
    settingFiles =
        this.tools.stream()
            .flatMap(tool -> tool.files().stream().map(file -> new Configured(tool, file)))
            .collect(Collectors.groupingBy(found -> found.file().fileName()));
    npm = by(Tool::npm);
    platforms =
        by(tool ->
            Stream.concat(tool.npm().stream(), tool.platforms().stream()).distinct().toList());
    pypi = by(Tool::pypi);
    homebrew = by(Tool::homebrew);
    debian = by(Tool::debian);
    extensions = by(Tool::extensions);
    jetbrains = by(Tool::jetbrains);
    agents = by(Tool::agents);
  }

  /** That which comes with Candor. */
  public static Catalogue supplied() {
    return new Catalogue(
        new ArrayList<>(SuppliedFiles.yaml(Catalogue.class, FOLDER, ToolFile::read)));
  }

  /** All tools, by name. */
  public List<Tool> tools() {
    return tools;
  }

  /** The tool that an npm package is, or whose program for one platform it holds. */
  public Optional<Tool> npm(String name) {
    return Optional.ofNullable(npm.get(name)).or(() -> forOnePlatform(name));
  }

  /** The tool whose program for one platform an npm package holds, by its name. */
  public Optional<Tool> forOnePlatform(String name) {
    Matcher platform = PLATFORM.matcher(name);
    return platform.find() && !npm.containsKey(name)
        ? Optional.ofNullable(platforms.get(name.substring(0, platform.start())))
        : Optional.empty();
  }

  /**
   * @param name as PEP 503 normalises it
   */
  public Optional<Tool> pypi(String name) {
    return Optional.ofNullable(pypi.get(name));
  }

  public Optional<Tool> homebrew(String name) {
    return Optional.ofNullable(homebrew.get(name));
  }

  public Optional<Tool> debian(String name) {
    return Optional.ofNullable(debian.get(name));
  }

  /**
   * @param id {@code publisher.name} in lower case
   */
  public Optional<Tool> extension(String id) {
    return Optional.ofNullable(extensions.get(id));
  }

  public Optional<Tool> jetbrains(String id) {
    return Optional.ofNullable(jetbrains.get(id));
  }

  /** The tool that calls itself so in {@code User-Agent}. */
  public Optional<Tool> agent(String name) {
    return Optional.ofNullable(agents.get(name));
  }

  /** The files of configuration that are called so, wherever they lie. */
  public List<Configured> settingFiles(String fileName) {
    return settingFiles.getOrDefault(fileName, List.of());
  }

  /** A file of configuration, and the tool that reads it. */
  public record Configured(Tool tool, SettingFile file) {}

  /** Whether a digest of an executable of that size is known. */
  public boolean hasDigestOf(long bytes) {
    return tools.stream()
        .flatMap(tool -> tool.digests().stream())
        .anyMatch(known -> known.bytes() == bytes);
  }

  private Map<String, Tool> by(Function<Tool, ? extends Iterable<String>> names) {
    Map<String, Tool> all = new HashMap<>();
    for (Tool tool : tools) {
      for (String name : names.apply(tool)) {
        Tool other = all.put(name, tool);
        if (other != null) {
          throw new IllegalArgumentException(
              "%s is of %s and of %s".formatted(name, other.name(), tool.name()));
        }
      }
    }
    return all;
  }
}
