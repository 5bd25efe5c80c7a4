package dev.candor.fleet.inventory.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What is known of one tool. Names are exact; a tool is never told by a part of one.
 *
 * @param name in the catalogue, as {@code claude-code}
 * @param title as its vendor writes it
 * @param purl what a copy counts as that belongs to no package manager; without a version
 * @param npm names of packages, with their scopes
 * @param platforms what names of npm packages begin with that hold the program for one platform and
 *     end in {@code -linux-x64} or the like; names in {@code npm} are meant too
 * @param pypi names as PEP 503 normalises them
 * @param homebrew formulae and casks
 * @param debian names of packages
 * @param extensions {@code publisher.name} of editors' extensions, in lower case
 * @param jetbrains ids of plugins
 * @param shapes what its executables look like inside
 * @param digests of its executables
 * @param programs names by which it is started
 * @param agents names by which it calls itself in {@code User-Agent}
 * @param files of configuration
 * @param variables of the environment
 */
public record Tool(
    String name,
    String title,
    String vendor,
    String purl,
    Set<String> npm,
    Set<String> platforms,
    Set<String> pypi,
    Set<String> homebrew,
    Set<String> debian,
    Set<String> extensions,
    Set<String> jetbrains,
    List<Shape> shapes,
    List<KnownDigest> digests,
    Set<String> programs,
    Set<String> agents,
    List<SettingFile> files,
    Keys variables) {
  public Tool {
    npm = Set.copyOf(npm);
    platforms = Set.copyOf(platforms);
    pypi = Set.copyOf(pypi);
    homebrew = Set.copyOf(homebrew);
    debian = Set.copyOf(debian);
    extensions = Set.copyOf(extensions);
    jetbrains = Set.copyOf(jetbrains);
    shapes = List.copyOf(shapes);
    digests = List.copyOf(digests);
    programs = Set.copyOf(programs);
    agents = Set.copyOf(agents);
    files = List.copyOf(files);
  }

  /**
   * A published executable.
   *
   * @param bytes its size, so that no others are digested
   */
  public record KnownDigest(String sha256, long bytes, String version) {}

  /**
   * What points a tool at an endpoint or a proxy: variables, or members of a file from the
   * outermost on, with dots between; {@code *} stands for any one.
   */
  public record Keys(List<String> endpoint, List<String> proxy) {
    public Keys {
      endpoint = List.copyOf(endpoint);
      proxy = List.copyOf(proxy);
    }

    public boolean isEmpty() {
      return endpoint.isEmpty() && proxy.isEmpty();
    }
  }

  /**
   * A file of configuration.
   *
   * @param path the end of its path, as {@code .codex/config.toml}; the form is told by what
   *     follows the last dot
   */
  public record SettingFile(String path, Keys keys) {
    /** The last part of the path. */
    public String fileName() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
