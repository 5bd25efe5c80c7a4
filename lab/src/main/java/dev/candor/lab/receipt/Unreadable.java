package dev.candor.lab.receipt;

import dev.candor.text.Utf8;
import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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
  /** So many of one kind that can be read speak for all of it. */
  private static final int ENOUGH = 8;

  /** Shorter ones are numbers and tokens. */
  private static final int SHORTEST = 64;

  /**
   * In the texts of JSON there are programs and pictures of letters too, of which few words of this
   * length have more than 5.7 bits; of random bytes, base64 of this length has 5.9.
   */
  private static final double BITS_OF_NOISE = 5.75;

  /**
   * Characters of a word without meaning are more evenly spread than those of any prose: base64 of
   * random bytes has 6 bits a character, English words 4.2, JSON, forms and programs below 5.2.
   */
  private static final double BITS = 5.4;

  /** Texts of people and programs have spaces, lines or quotes at least this often. */
  private static final int LONGEST_WORD = 512;

  /** What letters of base64 may hold of a text; shorter ones are words. */
  private static final Pattern CODED = Pattern.compile("[A-Za-z0-9+/_-]{16,}");

  /** A line of coded data that was broken for its length only (RFC 2045, 6.8). */
  private static final Pattern BROKEN = Pattern.compile("(?<=\\S{60})\\r?\\n(?=\\S)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"]+");

  /** In other bytes than text, fewer letters in a row are chance. */
  private static final int SHORTEST_TEXT = 5;

  private record Key(String destination, String request, String why) {}

  /**
   * All that there are, in the order of the first exchange.
   *
   * @param content gives what a request holds, with its content coding undone
   */
  public static List<Unreadable> among(
      List<Exchange> exchanges, Function<Request, byte[]> content) {
    Map<Key, Unreadable> found = new LinkedHashMap<>();
    Map<List<String>, Integer> read = new HashMap<>();
    for (Exchange exchange : exchanges) {
      List<String> kind = List.of(exchange.host(), exchange.request().line());
      if (read.getOrDefault(kind, 0) == ENOUGH) {
        continue;
      }
      String why = why(content.apply(exchange.request()));
      if (why.isEmpty()) {
        read.merge(kind, 1, Integer::sum);
      } else {
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
    Optional<String> text = text(bytes);
    if (text.isEmpty()) {
      return isMostlyText(bytes) ? "" : "binary data";
    }
    boolean json = text.get().charAt(0) == '{' || text.get().charAt(0) == '[';
    String joined = BROKEN.matcher(text.get()).replaceAll("");
    int opaque =
        BETWEEN_WORDS
            .splitAsStream(joined)
            .filter(word -> isWithoutMeaning(word, json ? BITS_OF_NOISE : BITS))
            .mapToInt(String::length)
            .sum();
    if (json) {
      return opaque > 0 ? "text without words within JSON" : "";
    }
    return opaque > joined.length() / 2 ? "text without words" : "";
  }

  /** Empty where the bytes are no UTF-8, or hold characters that no text has. */
  private static Optional<String> text(byte[] bytes) {
    return Utf8.text(bytes)
        .filter(
            text -> text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'));
  }

  /** Such as the strings of Protocol Buffers, in which facts are found as they are. */
  private static boolean isMostlyText(byte[] bytes) {
    int readable = 0;
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] < ' ' || bytes[i] == 0x7f) {
        readable += i - start >= SHORTEST_TEXT ? i - start : 0;
        start = i + 1;
      }
    }
    return readable > bytes.length / 2;
  }

  private static boolean isWithoutMeaning(String word, double bits) {
    return word.length() > LONGEST_WORD
        && word.chars().filter(c -> c > '~').count() < word.length() / 2 // scripts without spaces
        && bits(word) > bits
        && word.length() - codedText(word) > LONGEST_WORD;
  }

  /** Characters of a word that are base64 of a text, in which facts are found as well. */
  private static int codedText(String word) {
    return CODED
        .matcher(word)
        .results()
        .map(MatchResult::group)
        .filter(Unreadable::isCodedText)
        .mapToInt(String::length)
        .sum();
  }

  private static boolean isCodedText(String letters) {
    try {
      return text(Base64.getDecoder().decode(letters.replace('-', '+').replace('_', '/')))
          .isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
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
