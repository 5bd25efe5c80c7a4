package dev.candor.policy;

import dev.candor.policy.vers.Vers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a rule or a waiver speaks of. An empty list asks for nothing; of a longer one, one is
 * enough.
 */
record Scope(
    List<ProductPattern> products,
    Optional<Vers> versions,
    List<Glob> machines,
    List<Glob> paths,
    List<Glob> upstreams) {
  Scope {
    products = List.copyOf(products);
    machines = List.copyOf(machines);
    paths = List.copyOf(paths);
    upstreams = List.copyOf(upstreams);
  }

  boolean isEmpty() {
    return products.isEmpty()
        && versions.isEmpty()
        && machines.isEmpty()
        && paths.isEmpty()
        && upstreams.isEmpty();
  }

  /** Whether a product is meant, whatever else is asked for. */
  Truth product(Facts facts) {
    return products.isEmpty()
        ? Truth.YES
        : Truth.any(products.stream().map(one -> one.matches(facts)));
  }

  Truth matches(Facts facts) {
    return Truth.all(clauses(facts).stream().map(Clause::truth));
  }

  /** Each part that asks for something. */
  List<Clause> clauses(Facts facts) {
    List<Clause> all = new ArrayList<>();
    if (!products.isEmpty()) {
      all.add(
          new Clause(
              "product",
              product(facts),
              words(joined(products), Optional.of(shown(facts)), "the tool")));
    }
    versions.ifPresent(range -> all.add(version(range, facts)));
    glob(all, "machine", machines, facts.machine());
    glob(all, "path", paths, facts.path());
    glob(all, "upstream", upstreams, facts.upstream());
    return all;
  }

  private static Clause version(Vers range, Facts facts) {
    if (facts.version().isEmpty()) {
      return new Clause("versions", Truth.UNKNOWN, range + " is asked for, no version is known");
    }
    String version = facts.version().get();
    return switch (range.contains(version)) {
      case IN -> new Clause("versions", Truth.YES, version + " is in " + range);
      case OUT -> new Clause("versions", Truth.NO, version + " is not in " + range);
      case UNREADABLE ->
          new Clause(
              "versions",
              Truth.UNKNOWN,
              "the version \"%s\" cannot be read as one of %s, and %s is asked for"
                  .formatted(version, range.type(), range));
    };
  }

  private static void glob(
      List<Clause> all, String name, List<Glob> wanted, Optional<String> value) {
    if (!wanted.isEmpty()) {
      Truth truth =
          value
              .map(it -> Truth.any(wanted.stream().map(one -> Truth.of(one.matches(it)))))
              .orElse(Truth.UNKNOWN);
      all.add(new Clause(name, truth, words(joined(wanted), value, "the " + name)));
    }
  }

  private static String words(String wanted, Optional<String> there, String what) {
    return there
        .map(it -> it + " is there, " + wanted + " is asked for")
        .orElse(wanted + " is asked for, " + what + " is not known");
  }

  private static String shown(Facts facts) {
    return facts
        .tool()
        .map(tool -> facts.product() + " (" + tool + ")")
        .orElse("" + facts.product());
  }

  private static String joined(List<?> all) {
    return all.stream().map(Object::toString).collect(Collectors.joining(" or "));
  }
}
