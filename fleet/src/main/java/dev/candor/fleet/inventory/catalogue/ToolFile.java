package dev.candor.fleet.inventory.catalogue;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.candor.core.InputException;
import dev.candor.fleet.inventory.catalogue.Shape.Container;
import dev.candor.fleet.inventory.catalogue.Shape.VersionPlace;
import dev.candor.fleet.inventory.catalogue.Tool.Keys;
import dev.candor.fleet.inventory.catalogue.Tool.KnownDigest;
import dev.candor.fleet.inventory.catalogue.Tool.SettingFile;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.Yaml.Members;
import dev.candor.text.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one tool of the catalogue as YAML; docs/inventory.md describes the file. */
public final class ToolFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final String NOUN = "tool";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern NPM = Pattern.compile("(@[a-z0-9._-]+/)?[a-z0-9._-]+");
  private static final Pattern PYPI = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern HOMEBREW = Pattern.compile("[a-z0-9][a-z0-9@.+_-]*");
  private static final Pattern DEBIAN = Pattern.compile("[a-z0-9][a-z0-9+.-]+");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9-]+\\.[a-z0-9._-]+");
  private static final Pattern PLUGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern KEY = Pattern.compile("[^\\s]+");
  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern PATH =
      Pattern.compile("([A-Za-z0-9._ -]+/)+[A-Za-z0-9._-]+|[A-Za-z0-9._-]+\\.jsonc?");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern BYTES = Pattern.compile("[1-9][0-9]{0,12}");

  /** Short ones would be found everywhere, and by chance. */
  private static final int SHORTEST_TEXT = 8;

  private final YamlFile file;

  private ToolFile(YamlFile file) {
    this.file = file;
  }

  /**
   * @throws InputException naming the file and the line, if it describes no tool
   */
  public static Tool read(Path file) {
    return parse(file.toString(), YamlFile.text(file, NOUN, MOST_BYTES));
  }

  /**
   * @param name of the file, for messages
   * @throws InputException as {@link #read}
   */
  static Tool parse(String name, String text) {
    YamlFile file = new YamlFile(name, NOUN, "docs/inventory.md");
    return new ToolFile(file).tool(Yaml.read(file, text));
  }

  private Tool tool(Yaml root) {
    Members tool =
        Members.of(
            file,
            root,
            "tool",
            "title",
            "vendor",
            "package",
            "npm",
            "platforms",
            "pypi",
            "homebrew",
            "debian",
            "extensions",
            "jetbrains",
            "executables",
            "digests",
            "programs",
            "agents",
            "files",
            "variables");
    return new Tool(
        tool.matching("tool", NAME, "a name of lower-case letters, digits, dots and dashes"),
        tool.text("title"),
        tool.text("vendor"),
        purl(tool),
        names(tool, "npm", NPM, "the name of an npm package"),
        names(tool, "platforms", NPM, "what the names of npm packages begin with"),
        names(tool, "pypi", PYPI, "a name as PEP 503 normalises it"),
        names(tool, "homebrew", HOMEBREW, "a formula or cask"),
        names(tool, "debian", DEBIAN, "the name of a Debian package"),
        names(tool, "extensions", EXTENSION, "publisher.name in lower case"),
        names(tool, "jetbrains", PLUGIN, "the id of a plugin"),
        tool.list("executables").stream().map(this::shape).toList(),
        tool.list("digests").stream().map(this::digest).toList(),
        names(tool, "programs", PROGRAM, "the name of a program"),
        names(tool, "agents", PROGRAM, "the name of a product in User-Agent"),
        tool.list("files").stream().map(this::settingFile).toList(),
        tool.node("variables")
            .map(node -> keys(Members.of(file, node, "endpoint", "proxy"), VARIABLE))
            .orElse(new Keys(List.of(), List.of())));
  }

  private String purl(Members tool) {
    String text = tool.text("package");
    try {
      PackageURL purl = new PackageURL(text);
      if (purl.getVersion() != null) {
        throw file.wrong(tool.needed("package").line(), "package is one without a version");
      }
      return purl.canonicalize();
    } catch (MalformedPackageURLException e) {
      throw file.wrong(
          tool.needed("package").line(), "package is a package URL, as pkg:npm/%40scope/name");
    }
  }

  private Shape shape(Yaml node) {
    Members shape = Members.of(file, node, "container", "holds", "version");
    List<String> holds = List.copyOf(names(shape, "holds", Pattern.compile(".+"), "a text"));
    if (holds.isEmpty()) {
      throw file.wrong(shape.line(), "an executable is told by the texts that it holds");
    }
    holds.forEach(text -> longEnough(text, shape.line()));
    return new Shape(
        shape.word("container", Container.values(), Container::word),
        holds,
        shape.node("version").map(this::version));
  }

  private VersionPlace version(Yaml node) {
    Members version = Members.of(file, node, "behind", "pattern");
    String behind = version.text("behind");
    longEnough(behind, version.line());
    try {
      Pattern pattern = Pattern.compile(version.text("pattern"));
      if (pattern.matcher("").groupCount() != 1) {
        throw file.wrong(version.line(), "pattern has one group, which is the version");
      }
      return new VersionPlace(behind, pattern);
    } catch (PatternSyntaxException e) {
      throw file.wrong(version.line(), "pattern is no regular expression of Java");
    }
  }

  private void longEnough(String text, int line) {
    if (text.length() < SHORTEST_TEXT || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw file.wrong(
          line, "a text that is looked for has " + SHORTEST_TEXT + " characters or more, in ASCII");
    }
  }

  private KnownDigest digest(Yaml node) {
    Members digest = Members.of(file, node, "sha256", "bytes", "version");
    return new KnownDigest(
        digest.matching("sha256", SHA256, "64 lower-case hexadecimal digits"),
        Long.parseLong(digest.matching("bytes", BYTES, "the size of the executable")),
        digest.text("version"));
  }

  private SettingFile settingFile(Yaml node) {
    Members setting = Members.of(file, node, "path", "endpoint", "proxy");
    String path = setting.matching("path", PATH, "the end of a path, with a folder");
    return new SettingFile(path, keys(setting, KEY));
  }

  private Keys keys(Members members, Pattern form) {
    return new Keys(
        List.copyOf(names(members, "endpoint", form, "a key or variable")),
        List.copyOf(names(members, "proxy", form, "a key or variable")));
  }

  private Set<String> names(Members members, String key, Pattern form, String described) {
    Set<String> all = new LinkedHashSet<>();
    for (Yaml node : members.list(key)) {
      String name = members.scalar(node, key);
      if (!form.matcher(name).matches() || !all.add(name)) {
        throw file.wrong(node.line(), "in " + key + " each is " + described + ", and there once");
      }
    }
    return all;
  }
}
