package dev.candor.lab.install;

import dev.candor.artifact.Platform;
import dev.candor.artifact.PlatformVariants;
import dev.candor.artifact.RegistryPackage;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import dev.candor.wire.ForeignJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * npm's lock file: which packages an installation has on any platform, and where.
 *
 * @see "npm help package-lock-json"
 */
final class LockFile {
  private static final String NAME =
      "(?:@[a-zA-Z0-9~-][a-zA-Z0-9~._-]*/)?[a-zA-Z0-9~-][a-zA-Z0-9~._-]*";
  private static final Pattern LOCATION =
      Pattern.compile("node_modules/" + NAME + "(?:/node_modules/" + NAME + ")*");
  private static final String BASELINE = "-baseline";
  private static final String FOLDER = "node_modules/";

  /**
   * One package of it.
   *
   * @param location as {@code node_modules/a/node_modules/b}
   * @param integrity as the registry has it, where it has one
   * @param installScript whether an installer would run scripts of it
   * @param bound whether it is for some platforms only
   */
  record Locked(
      String location,
      RegistryPackage reference,
      Optional<String> integrity,
      boolean installScript,
      boolean bound) {}

  /**
   * What of it belongs on one platform.
   *
   * @param packages by their location, outer ones before those in them
   * @param notes what was left aside
   */
  record Selection(List<Locked> packages, List<String> notes) {}

  private final Map<String, JsonNode> entries = new LinkedHashMap<>();

  /**
   * @throws InputException if it is none, or names a place outside
   */
  LockFile(String text) {
    JsonNode root;
    try {
      root = ForeignJson.mapper().build().readTree(text);
    } catch (JacksonException e) {
      throw new InputException("npm wrote a lock file that is no JSON.", e);
    }
    for (Map.Entry<String, JsonNode> entry : root.path("packages").properties()) {
      String location = entry.getKey();
      if (!location.isEmpty() && !LOCATION.matcher(location).matches()) {
        throw new InputException(
            "A dependency would lie at "
                + Visible.of(location, 200)
                + ", outside of the installation; the tool was not installed.");
      }
      entries.put(location, entry.getValue());
    }
  }

  /**
   * What is reached from the tool on that platform.
   *
   * @throws InputException if a package that cannot be missing is not made for it, or comes from
   *     elsewhere than a registry
   */
  Selection select(Platform platform, boolean baseline) {
    SortedMap<String, Locked> chosen = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(""));
    while (!waiting.isEmpty()) {
      String location = waiting.remove();
      JsonNode entry = entries.get(location);
      if (entry == null || !seen.add(location)) {
        continue;
      }
      if (!location.isEmpty() && !entry.path("inBundle").asBoolean(false)) {
        chosen.put(location, locked(location, entry));
      }
      Set<String> needed = new TreeSet<>(entry.path("dependencies").propertyNames());
      needed.addAll(entry.path("peerDependencies").propertyNames());
      Set<String> optional = new TreeSet<>(entry.path("optionalDependencies").propertyNames());
      needed.removeAll(optional);
      for (String name : needed) {
        find(location, name)
            .ifPresent(found -> {
              require(found, platform);
              waiting.add(found);
            });
      }
      waiting.addAll(fitting(location, optional, platform, baseline, notes));
    }
    return new Selection(List.copyOf(chosen.values()), List.copyOf(notes));
  }

  private List<String> fitting(
      String from, Set<String> names, Platform platform, boolean baseline, List<String> notes) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : names) {
      find(from, name).filter(at -> runs(at, platform)).ifPresent(at -> found.put(name, at));
    }
    List<String> bound =
        found.entrySet().stream()
            .filter(each -> isBound(entry(each.getValue())))
            .map(Map.Entry::getKey)
            .toList();
    for (List<String> family : PlatformVariants.families(bound, platform)) {
      List<String> builds =
          family.stream()
              .filter(name -> name.contains("musl") || name.contains("baseline"))
              .toList();
      if (builds.size() < family.size()) {
        Optional<String> wanted =
            builds.stream().filter(name -> baseline && name.endsWith(BASELINE)).findFirst();
        List<String> aside = new ArrayList<>(builds);
        wanted.ifPresent(name -> {
          aside.remove(name);
          aside.add(name.substring(0, name.length() - BASELINE.length()));
        });
        if (!aside.isEmpty()) {
          aside.forEach(found::remove);
          notes.add(
              "other builds of the same program were not installed: " + String.join(", ", aside));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isBound(JsonNode entry) {
    return entry.has("os") || entry.has("cpu");
  }

  private void require(String location, Platform platform) {
    if (!runs(location, platform) && !entry(location).path("optional").asBoolean(false)) {
      throw new InputException(
          locked(location, entry(location)).reference()
              + " is not made for "
              + platform
              + " (os "
              + texts(location, "os")
              + ", cpu "
              + texts(location, "cpu")
              + "), so the tool does not run here. Try another version of it.");
    }
  }

  private boolean runs(String location, Platform platform) {
    return platform.runs(texts(location, "os"), texts(location, "cpu"), texts(location, "libc"));
  }

  private List<String> texts(String location, String field) {
    JsonNode value = entry(location).path(field);
    return value.isString()
        ? List.of(value.asString())
        : value.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  private JsonNode entry(String location) {
    return Objects.requireNonNull(entries.get(location));
  }

  /** As Node looks a package up: beside the one that asks, then further out. */
  private Optional<String> find(String from, String name) {
    String place = from;
    while (true) {
      String location = (place.isEmpty() ? "" : place + "/") + FOLDER + name;
      if (entries.containsKey(location)) {
        return Optional.of(location);
      }
      if (place.isEmpty()) {
        return Optional.empty();
      }
      int outer = place.lastIndexOf("/" + FOLDER);
      place = outer < 0 ? "" : place.substring(0, outer);
    }
  }

  private static Locked locked(String location, JsonNode entry) {
    String inFolder = location.substring(location.lastIndexOf(FOLDER) + FOLDER.length());
    String name = entry.path("name").asString(inFolder);
    String version = entry.path("version").asString("");
    Optional<String> integrity =
        Optional.of(entry.path("integrity").asString("")).filter(text -> !text.isEmpty());
    if (entry.path("link").asBoolean(false) || entry.has("resolved") || version.isEmpty()) {
      throw new InputException(
          "The dependency "
              + Visible.of(name, 200)
              + " comes from a git repository, a folder or an address instead of a registry; such a"
              + " package is not installed. Give the path of an installed tool instead.");
    }
    return new Locked(
        location,
        new RegistryPackage(name, version),
        integrity,
        entry.path("hasInstallScript").asBoolean(false),
        isBound(entry));
  }
}
