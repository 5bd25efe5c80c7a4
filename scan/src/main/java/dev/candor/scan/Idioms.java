package dev.candor.scan;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;
import dev.candor.scan.syntax.WordSet;
import java.util.Arrays;
import java.util.Set;

/** Where a module has words and operators that code which decodes strings cannot do without. */
final class Idioms {
  private static final WordSet WORDS =
      new WordSet(
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
              "Buffer"));

  private static final int SHORTEST = 4;

  private final int[] at;
  private final Computed computed;

  private Idioms(int[] at, Computed computed) {
    this.at = at;
    this.computed = computed;
  }

  static Idioms of(Tokens tokens) {
    int[] at = new int[1024];
    int count = 0;
    int dotted = 0;
    int keyed = 0;
    int called = 0;
    for (int t = 0; t < tokens.count(); t++) {
      byte kind = tokens.kind(t);
      if (kind == '.') {
        dotted++;
        continue;
      }
      if (kind == '[') {
        if (tokens.kind(t + 1) == Tokens.STRING && tokens.kind(t + 2) == ']') {
          keyed++;
        } else if (isCalledName(tokens, t)) {
          called++;
        }
        continue;
      }
      if (isOne(tokens, t)) {
        if (count == at.length) {
          at = Arrays.copyOf(at, 2 * count);
        }
        at[count++] = t;
      }
    }
    return new Idioms(Arrays.copyOf(at, count), new Computed(dotted, keyed, called));
  }

  /** {@code object[name(1)]}: a member whose name a function gives for a constant. */
  private static boolean isCalledName(Tokens tokens, int open) {
    if (tokens.kind(open + 2) != '(' || tokens.kind(open + 1) != Tokens.WORD) {
      return false;
    }
    byte argument = tokens.kind(open + 3);
    byte before = tokens.kind(open - 1);
    return (argument == Tokens.NUMBER || argument == Tokens.STRING || argument == '-')
        && (before == Tokens.WORD || before == ')' || before == ']')
        && tokens.partner(open + 2) + 1 == tokens.partner(open);
  }

  /** How the module names members. */
  Computed computed() {
    return computed;
  }

  /** Whether the tokens from {@code first} to {@code last} hold one. */
  boolean isBetween(int first, int last) {
    int found = Arrays.binarySearch(at, first);
    int next = found >= 0 ? found : -found - 1;
    return next < at.length && at[next] <= last;
  }

  private static boolean isOne(Tokens tokens, int t) {
    return switch (tokens.kind(t)) {
      case '^' -> true;
      case Tokens.UPDATE -> tokens.is(t, "^=");
      case Tokens.WORD ->
          // Most words are minified names: no look at their hash.
          tokens.end(t) - tokens.start(t) >= SHORTEST && WORDS.hasWord(tokens, t);
      // obj["charCodeAt"], as obfuscators write it.
      case Tokens.STRING -> {
        int length = tokens.end(t) - tokens.start(t);
        yield tokens.kind(t - 1) == '['
            && length >= 6
            && length <= 22
            && WORDS.contains(Literals.string(tokens, t));
      }
      default -> false;
    };
  }
}
