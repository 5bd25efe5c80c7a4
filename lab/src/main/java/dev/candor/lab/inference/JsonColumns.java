package dev.candor.lab.inference;

import dev.candor.wire.Pointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Flattens JSON of all trials at once: what there is, in which order, and which values. */
final class JsonColumns {
  /** JSON in JSON in JSON is as much as anybody sends. */
  private static final int DEEPEST = 3;

  private final Places places;
  private final TextColumns texts;
  private int depth;

  JsonColumns(Places places) {
    this.places = places;
    this.texts = new TextColumns(places);
  }

  void collect(String request, Map<Integer, Json> roots) {
    walk(request, "", roots);
  }

  /** Whether all texts hold JSON, which is then compared instead. */
  private boolean nested(String request, String pointer, Map<Integer, String> values) {
    if (values.size() < 2 || depth == DEEPEST || Set.copyOf(values.values()).size() == 1) {
      return false;
    }
    Map<Integer, Json> roots = new TreeMap<>();
    Map<Integer, String> codings = new TreeMap<>();
    Map<Integer, String> spacings = new TreeMap<>();
    for (Map.Entry<Integer, String> value : values.entrySet()) {
      Optional<Nested> nested = Nested.in(value.getValue());
      if (nested.isEmpty()) {
        return false;
      }
      roots.put(value.getKey(), nested.get().document().root());
      codings.put(value.getKey(), nested.get().coding());
      spacings.put(
          value.getKey(), nested.get().document().spacing() + nested.get().document().escapes());
    }
    places.add(carrier(request, pointer, " (coding)"), Column.Kind.VARIANT, codings);
    places.add(carrier(request, pointer, " (spacing)"), Column.Kind.SPACING, spacings);
    depth++;
    walk(request, pointer + " (inside)", roots);
    depth--;
    return true;
  }

  private static Carrier carrier(String request, String pointer, String what) {
    return Carrier.of(request, "body " + pointer + what);
  }

  private void walk(String request, String pointer, Map<Integer, Json> nodes) {
    if (nodes.size() < 2) {
      return;
    }
    Map<Integer, String> types = new TreeMap<>();
    nodes.forEach((trial, node) -> types.put(trial, node.getClass().getSimpleName()));
    if (new HashSet<>(types.values()).size() > 1) {
      places.add(carrier(request, pointer, " (type)"), Column.Kind.VARIANT, types);
    }
    Map<Integer, Json.Members> members = of(nodes, Json.Members.class);
    Map<Integer, Json.Elements> elements = of(nodes, Json.Elements.class);
    if (!members.isEmpty()) {
      members(request, pointer, members);
    }
    if (!elements.isEmpty()) {
      elements(request, pointer, elements);
    }
    Map<Integer, String> values = new TreeMap<>();
    of(nodes, Json.Text.class).forEach((trial, text) -> values.put(trial, text.value()));
    if (!nested(request, pointer, values)) {
      texts.collect(carrier(request, pointer, ""), values);
    }
    Map<Integer, String> words = new TreeMap<>();
    of(nodes, Json.Word.class).forEach((trial, word) -> words.put(trial, word.word()));
    places.add(carrier(request, pointer, ""), Column.Kind.TEXT, words);
    Map<Integer, String> numbers = new TreeMap<>();
    of(nodes, Json.Numeral.class).forEach((trial, number) -> numbers.put(trial, number.spelling()));
    places.add(carrier(request, pointer, ""), Column.Kind.NUMBER, numbers);
  }

  private static <T extends Json> Map<Integer, T> of(Map<Integer, Json> nodes, Class<T> type) {
    Map<Integer, T> found = new TreeMap<>();
    nodes.forEach((trial, node) -> {
      if (type.isInstance(node)) {
        found.put(trial, type.cast(node));
      }
    });
    return found;
  }

  private void members(String request, String pointer, Map<Integer, Json.Members> nodes) {
    Map<String, Map<Integer, Json>> byName = new LinkedHashMap<>();
    Map<Integer, List<String>> orders = new TreeMap<>();
    nodes.forEach((trial, node) -> {
      List<String> names = new ArrayList<>();
      for (Json.Member member : node.members()) {
        String name = unique(member.name(), names);
        names.add(name);
        byName.computeIfAbsent(name, _ -> new TreeMap<>()).put(trial, member.value());
      }
      orders.put(trial, names);
    });
    order(carrier(request, pointer, " (order of members)"), orders);
    byName.forEach((name, values) -> {
      String inner = Pointer.member(pointer, name);
      places.there(
          carrier(request, inner, " (presence)"),
          Column.Kind.THERE,
          nodes.keySet(),
          values.keySet());
      walk(request, inner, values);
    });
  }

  private static String unique(String name, Collection<String> taken) {
    String found = name;
    for (int n = 2; taken.contains(found) && n < 1000; n++) {
      found = name + "#" + n;
    }
    return found;
  }

  /** The order of what all have. */
  void order(Carrier carrier, Map<Integer, List<String>> orders) {
    if (new HashSet<>(orders.values()).size() < 2) {
      return;
    }
    Set<String> common = new HashSet<>(orders.values().iterator().next());
    new HashSet<>(orders.values()).forEach(order -> common.retainAll(new HashSet<>(order)));
    Map<Integer, String> found = new TreeMap<>();
    orders.forEach((trial, order) ->
        found.put(
            trial, order.stream().filter(common::contains).collect(Collectors.joining(", "))));
    places.add(carrier, Column.Kind.ORDER, found);
  }

  private void elements(String request, String pointer, Map<Integer, Json.Elements> nodes) {
    Map<Integer, List<String>> keys = new TreeMap<>();
    nodes.forEach((trial, node) -> {
      Set<String> row = new LinkedHashSet<>();
      node.elements().forEach(element -> row.add(unique(key(element), row)));
      keys.put(trial, List.copyOf(row));
    });
    Set<List<String>> rows = new HashSet<>(keys.values());
    Set<Set<String>> sets = rows.stream().map(HashSet::new).collect(Collectors.toSet());
    boolean reordered = rows.size() > 1 && sets.size() == 1;
    if (reordered) {
      order(carrier(request, pointer, " (order of elements)"), keys);
    }
    boolean sameLength = rows.stream().map(List::size).distinct().count() == 1;
    List<Map<Integer, Integer>> columns =
        reordered ? byKey(keys) : sameLength ? byIndex(keys) : aligned(keys);
    for (Map<Integer, Integer> column : columns) {
      Map<Integer, Json> values = new TreeMap<>();
      nodes.forEach((trial, node) -> {
        Integer i = column.get(trial);
        if (i != null) {
          values.put(trial, node.elements().get(i));
        }
      });
      int index = column.values().iterator().next();
      String inner = Pointer.element(pointer, index);
      places.there(
          carrier(request, inner, " (presence)"),
          Column.Kind.THERE,
          nodes.keySet(),
          values.keySet());
      walk(request, inner, values);
    }
  }

  private static List<Map<Integer, Integer>> byIndex(Map<Integer, List<String>> keys) {
    List<Map<Integer, Integer>> columns = new ArrayList<>();
    keys.forEach((trial, row) -> {
      for (int i = 0; i < row.size(); i++) {
        if (columns.size() <= i) {
          columns.add(new TreeMap<>());
        }
        columns.get(i).put(trial, i);
      }
    });
    return columns;
  }

  private static List<Map<Integer, Integer>> byKey(Map<Integer, List<String>> keys) {
    Map<String, Map<Integer, Integer>> columns = new LinkedHashMap<>();
    keys.forEach((trial, row) -> {
      for (int i = 0; i < row.size(); i++) {
        columns.computeIfAbsent(row.get(i), _ -> new TreeMap<>()).put(trial, i);
      }
    });
    return List.copyOf(columns.values());
  }

  private static List<Map<Integer, Integer>> aligned(Map<Integer, List<String>> keys) {
    Map<Integer, List<Set<String>>> rows = new HashMap<>();
    keys.forEach((trial, row) -> rows.put(trial, row.stream().map(Set::of).toList()));
    return Alignment.of(new TreeMap<>(rows));
  }

  /** What tells an element from its neighbours: a name, else what it is about. */
  private static String key(Json element) {
    return switch (element) {
      case Json.Members members -> {
        StringBuilder key = new StringBuilder();
        for (Json.Member member : members.members()) {
          if (member.value() instanceof Json.Text text && !member.name().equals("id")) {
            key.append(member.name())
                .append('=')
                .append(Messages.opening(text.value()))
                .append(' ');
          } else if (member.value() instanceof Json.Members inner) {
            inner.members().stream()
                .filter(m -> m.name().equals("name") && m.value() instanceof Json.Text)
                .forEach(m -> key.append(key(m.value())));
          }
        }
        yield key.toString();
      }
      case Json.Text text -> Messages.opening(text.value());
      case Json.Word word -> word.word();
      case Json.Numeral number -> number.spelling();
      case Json.Elements _ -> "list";
    };
  }
}
