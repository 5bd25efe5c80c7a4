package dev.candor.policy;

import dev.candor.policy.vers.Vers;
import dev.candor.text.Visible;
import dev.candor.text.yaml.Yaml;
import dev.candor.text.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a rule or a waiver speaks of. */
record ScopeReading(YamlFile file) {
  private static final int MOST = 500;

  /**
   * @param members with {@code product}, {@code versions} and {@code place}
   * @param type of versions, where neither they nor a product say it
   */
  Scope scope(Yaml.Members members, Optional<String> type) {
    List<ProductPattern> products = all(members, "product", "product", ProductPattern::parse);
    Optional<Vers> versions = versions(members, products, type);
    Optional<Yaml.Members> place =
        members
            .node("place")
            .map(node -> Yaml.Members.of(file, node, "machine", "path", "upstream"));
    return new Scope(
        products,
        versions,
        globs(place, "machine"),
        globs(place, "path"),
        globs(place, "upstream"));
  }

  private Optional<Vers> versions(
      Yaml.Members members, List<ProductPattern> products, Optional<String> type) {
    if (members.node("versions").isEmpty()) {
      return Optional.empty();
    }
    String text = members.text("versions");
    int line = members.needed("versions").line();
    List<String> types = products.stream().map(ProductPattern::type).distinct().toList();
    if (types.size() > 1 && !text.startsWith("vers:")) {
      throw file.wrong(
          line,
          "the products are of the types "
              + String.join(" and ", types)
              + ", so the range names one, as vers:"
              + types.getFirst()
              + "/…");
    }
    try {
      return Optional.of(
          Vers.parse(types.stream().findFirst().or(() -> type).orElse("semver"), text));
    } catch (IllegalArgumentException e) {
      throw file.wrong(
          line, "the range of versions " + Visible.of(String.valueOf(e.getMessage()), 300));
    }
  }

  private List<Glob> globs(Optional<Yaml.Members> place, String key) {
    return place.map(members -> all(members, key, key, Glob::new)).orElse(List.of());
  }

  /** One text, or a list of them. */
  private <T> List<T> all(
      Yaml.Members members, String key, String noun, Function<String, T> reading) {
    if (members.node(key).isEmpty()) {
      return List.of();
    }
    Yaml node = members.needed(key);
    List<Yaml> nodes = node instanceof Yaml.Sequence ? members.list(key, MOST) : List.of(node);
    if (nodes.isEmpty()) {
      throw file.wrong(node.line(), "\"" + key + "\" holds nothing");
    }
    List<T> all = new ArrayList<>();
    for (Yaml one : nodes) {
      String text = members.scalar(one, key);
      if (text.length() > Product.LONGEST) {
        throw file.wrong(
            one.line(), "\"" + key + "\" is longer than " + Product.LONGEST + " characters");
      }
      try {
        all.add(reading.apply(text));
      } catch (IllegalArgumentException e) {
        throw file.wrong(
            one.line(), "the %s \"%s\" %s".formatted(noun, Visible.of(text, 80), e.getMessage()));
      }
    }
    return all;
  }
}
