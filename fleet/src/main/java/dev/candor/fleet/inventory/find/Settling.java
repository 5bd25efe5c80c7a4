package dev.candor.fleet.inventory.find;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Setting;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.fleet.inventory.catalogue.Tool;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one installation of what several finders saw of one copy. */
final class Settling {
  private static final String MODULES = "/" + NodeFinder.MODULES + "/";
  private static final int MOST_EVIDENCE = 20;

  private final Catalogue catalogue;
  private final List<Installation> all;
  private final Map<String, List<Integer>> byPlace = new HashMap<>();
  private final BitSet lengths = new BitSet();
  private final Map<Key, Integer> packages = new HashMap<>();

  /**
   * What a program for one platform has in common with its package.
   *
   * @param tree where the modules begin among which both lie
   */
  private record Key(String tree, String tool, Optional<String> version) {}

  private Settling(Catalogue catalogue, List<Installation> all) {
    this.catalogue = catalogue;
    this.all = all;
    for (int i = 0; i < all.size(); i++) {
      Installation one = all.get(i);
      byPlace.computeIfAbsent(one.place(), place -> new ArrayList<>()).add(i);
      lengths.set(one.place().length());
      if (isOfNode(one.means()) && !isForOnePlatform(one)) {
        packages.putIfAbsent(new Key(tree(one.place()), one.tool(), one.version()), i);
        packages.putIfAbsent(new Key(tree(one.place()), one.tool(), Optional.empty()), i);
      }
    }
  }

  /** The installations, sorted by place. */
  static List<Installation> installations(Findings findings) {
    List<Installation> found =
        findings.installations().stream()
            .sorted(
                Comparator.comparing(Installation::place)
                    .thenComparing(Installation::tool)
                    .thenComparing(Installation::purl))
            .distinct()
            .toList();
    return new Settling(findings.catalogue(), found).settled(findings.mentions());
  }

  /**
   * The settings, sorted: a variable that several tools read counts for those that are here, one
   * that a single tool reads for that in any case.
   */
  static List<Setting> settings(Findings findings, List<Installation> installations) {
    Set<String> here = installations.stream().map(Installation::tool).collect(Collectors.toSet());
    Stream<Setting> variables =
        findings.variables().stream()
            .filter(setting ->
                here.contains(setting.tool()) || isOfOneTool(findings.catalogue(), setting.key()));
    return Stream.concat(findings.settings().stream(), variables)
        .sorted(
            Comparator.comparing(Setting::place)
                .thenComparing(Setting::key)
                .thenComparing(Setting::tool))
        .distinct()
        .toList();
  }

  private static boolean isOfOneTool(Catalogue catalogue, String variable) {
    return catalogue.tools().stream()
            .filter(tool ->
                tool.variables().endpoint().contains(variable)
                    || tool.variables().proxy().contains(variable))
            .limit(2)
            .count()
        == 1;
  }

  private List<Installation> settled(List<Findings.Mention> mentions) {
    Map<Integer, List<String>> evidence = new HashMap<>();
    Map<Integer, String> digests = new HashMap<>();
    Set<Integer> dropped = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      Installation inner = all.get(i);
      Optional<Integer> outer = partOf(i);
      if (outer.isPresent()) {
        dropped.add(i);
        int to = outer.get();
        evidence.computeIfAbsent(to, key -> new ArrayList<>()).addAll(inner.evidence());
        inner.sha256().ifPresent(digest -> digests.putIfAbsent(to, digest));
      }
    }
    for (Findings.Mention mention : mentions) {
      for (int i : byPlace.getOrDefault(mention.place(), List.of())) {
        evidence.computeIfAbsent(i, key -> new ArrayList<>()).add(mention.evidence());
      }
    }
    List<Installation> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!dropped.contains(i)) {
        kept.add(
            with(
                all.get(i),
                evidence.getOrDefault(i, List.of()),
                Optional.ofNullable(digests.get(i))));
      }
    }
    return kept;
  }

  private static Installation with(
      Installation one, List<String> evidence, Optional<String> digest) {
    return new Installation(
        one.tool(),
        one.purl(),
        one.version(),
        one.means(),
        one.place(),
        Stream.concat(one.evidence().stream(), evidence.stream().sorted())
            .distinct()
            .limit(MOST_EVIDENCE)
            .toList(),
        one.sha256().or(() -> digest));
  }

  /** The installation of which another is a part; the outermost, so that all parts go to one. */
  private Optional<Integer> partOf(int index) {
    Installation inner = all.get(index);
    Optional<Integer> around = around(index);
    return around.isPresent() || !isForOnePlatform(inner) ? around : besides(inner);
  }

  /** One that lies around it. */
  private Optional<Integer> around(int index) {
    Installation inner = all.get(index);
    String place = inner.place();
    for (int slash = place.indexOf('/', 1); slash > 0; slash = place.indexOf('/', slash + 1)) {
      List<Integer> above =
          lengths.get(slash)
              ? byPlace.getOrDefault(place.substring(0, slash), List.of())
              : List.of();
      for (int i : above) {
        if (isOne(all.get(i), inner) && !isForOnePlatform(all.get(i))) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  /** The package whose program for one platform lies beside it. */
  private Optional<Integer> besides(Installation program) {
    return Optional.ofNullable(
        packages.get(new Key(tree(program.place()), program.tool(), program.version())));
  }

  private static boolean isOne(Installation outer, Installation inner) {
    return outer.tool().equals(inner.tool())
        && (inner.version().isEmpty() || inner.version().equals(outer.version()));
  }

  private static boolean isOfNode(Means means) {
    return switch (means) {
      case NPM, PNPM, YARN, BUN -> true;
      default -> false;
    };
  }

  /** Whether it is, or lies in, a package that holds the program for one platform. */
  private boolean isForOnePlatform(Installation one) {
    int modules = one.place().lastIndexOf(MODULES);
    if (modules < 0) {
      return false;
    }
    String[] parts = one.place().substring(modules + MODULES.length()).split("/", 3);
    String name =
        parts[0].startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
    return catalogue.forOnePlatform(name).map(Tool::name).filter(one.tool()::equals).isPresent();
  }

  /** Where the modules of a project or of a user begin. */
  private static String tree(String place) {
    int modules = place.indexOf(MODULES);
    return modules < 0 ? place : place.substring(0, modules);
  }
}
