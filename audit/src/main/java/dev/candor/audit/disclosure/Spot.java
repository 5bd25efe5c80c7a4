package dev.candor.audit.disclosure;

import dev.candor.audit.compare.PlaceWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A place within a request, without what of it varies.
 *
 * @param kind {@code request}, {@code target}, {@code host}, {@code body}, {@code header NAME} in
 *     small letters, or whatever else a report says
 * @param pointer the members on the way to it, where it is within a body of JSON
 * @param prompt whether it is within what a model is told
 */
record Spot(String kind, List<String> pointer, boolean prompt) {
  private static final String BODY = "body";
  private static final String HEADER = "header ";

  /** What of it varies, as {@code (presence)}. */
  private static final Pattern ASPECT = Pattern.compile(" ?\\([a-z0-9 ,-]{1,60}\\)$");

  private static final Pattern INDEX = Pattern.compile("[0-9]+");

  /** Of one of several header fields of one name. */
  private static final Pattern NUMBER = Pattern.compile("#[0-9]+$");

  Spot {
    pointer = List.copyOf(pointer);
  }

  /**
   * @param where as receipts and carriers name it
   * @param asksModel whether the request asks a model
   */
  static Spot of(String where, boolean asksModel) {
    String bare = ASPECT.matcher(where).replaceFirst("").replace(" (inside)", "").strip();
    if (bare.startsWith(HEADER)) {
      return new Spot(
          NUMBER.matcher(bare.toLowerCase(Locale.ROOT)).replaceFirst(""), List.of(), false);
    }
    if (!bare.startsWith(BODY + " /")) {
      return new Spot(bare, List.of(), false);
    }
    List<String> pointer = steps(bare.substring(BODY.length() + 2));
    return new Spot(BODY, pointer, asksModel && PlaceWords.isPrompt(pointer));
  }

  /** As reports name it. */
  String words() {
    return pointer.isEmpty() ? kind : kind + " /" + String.join("/", pointer);
  }

  /** The same, where elements of a list are one place. */
  Spot varying() {
    return new Spot(
        kind,
        pointer.stream().map(step -> INDEX.matcher(step).matches() ? "*" : step).toList(),
        prompt);
  }

  /** The reference tokens of a JSON pointer without its first slash, as they are written. */
  static List<String> steps(String pointer) {
    return Arrays.asList(pointer.split("/", -1));
  }
}
