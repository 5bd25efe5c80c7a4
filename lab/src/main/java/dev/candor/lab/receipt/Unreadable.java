package dev.candor.lab.receipt;

import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Bodies in which nobody can look for facts.
 *
 * @param destination the host that the request was for
 * @param request as {@code POST /v1/messages}
 * @param why in a few words
 * @param times in how many exchanges
 * @param bytes of the longest one
 */
public record Unreadable(String destination, String request, String why, int times, long bytes) {
  /** Shorter ones are numbers and tokens. */
  private static final int SHORTEST = 64;

  /**
   * Of 64 symbols in a row without meaning, more are different than of any prose: base64 of random
   * bytes has 6 bits a character, English words 4.2, JSON and forms below 5.2.
   */
  private static final double BITS = 5.4;

  /** Texts of people and programs have spaces, lines or punctuation at least this often. */
  private static final int LONGEST_WORD = 512;

  private record Key(String destination, String request, String why) {}

  /**
   * All that there are, in the order of the first exchange.
   *
   * @param content gives what a request holds, with its content coding undone
   */
  public static List<Unreadable> among(
      List<Exchange> exchanges, Function<Request, byte[]> content) {
    Map<Key, Unreadable> found = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      String why = why(content.apply(exchange.request()));
      if (!why.isEmpty()) {
        Key key = new Key(exchange.host(), exchange.request().line(), why);
        long bytes = exchange.request().body().length();
        found.merge(
            key,
            new Unreadable(key.destination(), key.request(), why, 1, bytes),
            (one, other) ->
                new Unreadable(
                    one.destination(),
                    one.request(),
                    why,
                    one.times() + 1,
                    Math.max(one.bytes(), other.bytes())));
      }
    }
    return new ArrayList<>(found.values());
  }

  /** Empty where it can be read. */
  static String why(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      return "";
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "binary data";
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      return "binary data";
    }
    return longestWord(text) > LONGEST_WORD
            && text.charAt(0) != '{'
            && text.charAt(0) != '['
            && bits(text) > BITS
        ? "text without words"
        : "";
  }

  private static int longestWord(String text) {
    int longest = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        longest = Math.max(longest, i - start);
        start = i + 1;
      }
    }
    return longest;
  }

  /** Shannon's entropy of its characters, in bits a character. */
  private static double bits(String text) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    text.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    double length = text.length();
    return counts.values().stream()
        .mapToDouble(n -> -n / length * Math.log(n / length) / Math.log(2))
        .sum();
  }
}
