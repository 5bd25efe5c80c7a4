package dev.candor.scan;

import dev.candor.core.TableId;
import dev.candor.core.UnreadableTable;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds lists of digests that code compares with: they name something, and nobody can read what. A
 * list counts only where code near it, or near a use of it, computes digests: checksums of a
 * package's own files have no such code.
 */
final class DigestLists {
  private static final int FEWEST = 4;
  private static final int REACH = 3_000;

  /** Hex digits of a digest, and what usually makes one that long. */
  private static final Map<Integer, String> HEX =
      Map.of(
          32,
          "md5 hex",
          40,
          "sha1 hex",
          56,
          "sha224 hex",
          64,
          "sha256 hex",
          96,
          "sha384 hex",
          128,
          "sha512 hex");

  private static final Pattern COMPUTES =
      Pattern.compile(
          "createHash\\s*\\(|\\.digest\\s*\\(|hexdigest|hashlib\\.|(?i:sha_?(1|224|256|384|512)|md5)\\s*\\(");

  private static final Pattern ASKS =
      Pattern.compile("\\.(includes|has|indexOf|some|find|findIndex)\\s*\\(|\\bin\\b");

  private DigestLists() {}

  static void find(Source source, Sink sink) {
    Tokens tokens = source.tokens();
    for (int t = 0; t < tokens.count(); t++) {
      if (tokens.kind(t) != '[' || tokens.kind(t + 1) != Tokens.STRING) {
        continue;
      }
      int close = tokens.partner(t);
      List<String> values = close < 0 ? List.of() : digests(tokens, t, close);
      if (values.size() >= FEWEST && isAsked(source, t, close)) {
        sink.unreadable(
            new UnreadableTable(
                TableId.ofDigests(values),
                HEX.getOrDefault(values.getFirst().length(), "hex"),
                values,
                List.of(source.locate(t, close))));
      }
    }
  }

  private static List<String> digests(Tokens tokens, int open, int close) {
    int length = tokens.end(open + 1) - tokens.start(open + 1) - 2;
    if (!HEX.containsKey(length)) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (int t = open + 1; t < close; t++) {
      if (tokens.kind(t) == ',') {
        continue;
      }
      String value = tokens.kind(t) == Tokens.STRING ? Literals.string(tokens, t) : "";
      if (value.length() != length || !value.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        return List.of();
      }
      values.add(value);
    }
    return values;
  }

  private static boolean isAsked(Source source, int open, int close) {
    Tokens tokens = source.tokens();
    if (codeAsks(tokens, tokens.start(open), tokens.end(close))) {
      return true;
    }
    Stored list =
        new Stored(new Stored.Data.Texts(List.of(), false), tokens.start(open), tokens.end(close));
    return References.to(tokens, source.occurrences(), list).stream()
        .anyMatch(t -> codeAsks(tokens, tokens.start(t), tokens.end(t)));
  }

  private static boolean codeAsks(Tokens tokens, int start, int end) {
    int from = Math.max(0, start - REACH);
    int to = Math.min(tokens.text().length, end + REACH);
    String around =
        new String(tokens.text(), from, start - from, StandardCharsets.ISO_8859_1)
            + new String(tokens.text(), end, to - end, StandardCharsets.ISO_8859_1);
    return COMPUTES.matcher(around).find() && ASKS.matcher(around).find();
  }
}
