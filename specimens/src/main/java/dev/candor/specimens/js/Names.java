package dev.candor.specimens.js;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each word of a template one identifier, readable or short. */
final class Names {
  private static final Set<String> RESERVED =
      Set.of(
          "do", "if", "in", "of", "as", "is", "for", "new", "try", "var", "let", "get", "set",
          "URL", "Map", "Set", "NaN");
  private static final String FIRST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_";
  private static final String NEXT = FIRST + "0123456789";
  private static final Map<String, List<String>> SYNONYMS =
      Map.ofEntries(
          Map.entry(
              "decode", List.of("decode", "unpack", "expand", "readBlob", "parseText", "load")),
          Map.entry("stored", List.of("stored", "packed", "input", "blob", "source", "raw")),
          Map.entry("list0", List.of("known", "entries", "listed", "rules", "patterns", "table")),
          Map.entry("list1", List.of("extra", "others", "second", "words", "more", "secondary")),
          Map.entry("marked", List.of("applies", "matches", "check", "special", "enabled", "mode")),
          Map.entry("host", List.of("endpointHost", "hostOf", "baseHost", "serverName", "target")),
          Map.entry("byte", List.of("byte", "b", "value", "code", "n", "octet")),
          Map.entry("index", List.of("index", "i", "pos", "at", "k")),
          Map.entry("out", List.of("out", "result", "res", "acc", "buffer")),
          Map.entry("key", List.of("key", "secret", "mask", "salt", "pad", "token")));

  private final Draw draw;
  private final boolean minified;
  private final Map<String, String> given = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Names(Draw draw, boolean minified) {
    this.draw = draw;
    this.minified = minified;
  }

  /** The identifier of a word in a part of the program. */
  String of(String scope, String word) {
    return given.computeIfAbsent(scope + ":" + word, any -> invent(word));
  }

  private String invent(String word) {
    String name = minified ? shortName() : draw.pick(SYNONYMS.getOrDefault(word, List.of(word)));
    while (RESERVED.contains(name) || !taken.add(name)) {
      name = minified ? shortName() : name + draw.between(1, 9);
    }
    return name;
  }

  private String shortName() {
    String name = draw.text(1, FIRST) + draw.text(draw.below(3), NEXT);
    return name.equals("$") || name.equals("_") ? name + draw.between(1, 9) : name;
  }
}
