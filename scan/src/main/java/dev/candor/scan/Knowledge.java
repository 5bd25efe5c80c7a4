package dev.candor.scan;

import dev.candor.scan.encoding.Clues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys that long data of a module gave away and that its short data is likely to share: code that
 * encodes one string encodes many, and a key of twelve bytes cannot be told from forty bytes alone.
 */
final class Knowledge {
  private static final int MOST_KEYS = 4;

  private final Map<String, Integer> keys = new LinkedHashMap<>();

  /** Takes note of the key in steps such as {@code xor:"secret"}. */
  void learn(List<String> steps, Reading.Listed reading) {
    for (String step : steps) {
      int colon = step.indexOf(':');
      if (colon > 0
          && reading.score() > 0.2
          && (step.charAt(colon + 1) == '"' || step.startsWith("0x", colon + 1))) {
        keys.merge(step.substring(colon + 1), reading.entries().size(), Integer::sum);
      }
    }
  }

  /** The clues with what is known put in front. */
  Clues with(Clues clues) {
    if (keys.isEmpty()) {
      return clues;
    }
    List<byte[]> all = new ArrayList<>();
    Set<String> known = new HashSet<>();
    keys.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_KEYS)
        .forEach(e -> {
          all.add(bytes(e.getKey()));
          known.add("xor:" + e.getKey());
        });
    all.addAll(clues.keys());
    return new Clues(clues.alphabets(), all, known, clues.cipher(), clues.effort());
  }

  private static byte[] bytes(String name) {
    return name.startsWith("0x")
        ? HexFormat.of().parseHex(name.substring(2))
        : name.substring(1, name.length() - 1).getBytes(StandardCharsets.ISO_8859_1);
  }
}
