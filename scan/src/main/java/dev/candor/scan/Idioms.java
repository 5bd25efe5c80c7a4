package dev.candor.scan;

import java.util.Set;

/** Words and operators that code which decodes strings cannot do without. */
final class Idioms {
  private static final Set<String> WORDS =
      Set.of(
          "charCodeAt",
          "codePointAt",
          "fromCharCode",
          "fromCodePoint",
          "atob",
          "createDecipheriv",
          "inflateSync",
          "inflateRawSync",
          "gunzipSync",
          "unzipSync",
          "brotliDecompressSync",
          "TextDecoder",
          "decodeURIComponent",
          "unescape",
          "reverse",
          "Buffer");

  private Idioms() {}

  /** Whether the tokens from {@code first} to {@code last} hold one. */
  static boolean in(Tokens tokens, int first, int last) {
    for (int t = first; t <= last; t++) {
      byte kind = tokens.kind(t);
      if (kind == '^' || kind == Tokens.UPDATE && tokens.is(t, "^=")) {
        return true;
      }
      int length = tokens.end[t] - tokens.start[t];
      if (kind == Tokens.WORD && length >= 4 && length <= 20 && WORDS.contains(tokens.source(t))) {
        return true;
      }
      // obj["charCodeAt"], as obfuscators write it.
      if (kind == Tokens.STRING
          && tokens.kind(t - 1) == '['
          && length >= 6
          && length <= 22
          && WORDS.contains(Literals.string(tokens, t))) {
        return true;
      }
    }
    return false;
  }
}
