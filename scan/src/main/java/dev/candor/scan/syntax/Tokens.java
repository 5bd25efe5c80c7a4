package dev.candor.scan.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of one window of source text, as parallel arrays: a 13 MB bundle has five million of
 * them, and an object each would cost more than the whole scan may use.
 *
 * <p>Positions are byte offsets into {@link #text}. A bracket is linked with its partner, any other
 * token with the bracket around it.
 */
public final class Tokens {
  public static final byte WORD = 1;
  public static final byte NUMBER = 2;
  public static final byte STRING = 3;

  /** A template literal without a substitution. */
  public static final byte TEMPLATE = 4;

  /** <code>`…${</code>, an opening bracket whose partner is {@link #TEMPLATE_TAIL}. */
  public static final byte TEMPLATE_HEAD = 5;

  public static final byte TEMPLATE_MIDDLE = 6;
  public static final byte TEMPLATE_TAIL = 7;
  public static final byte REGEX = 8;
  public static final byte ARROW = 9;
  public static final byte SPREAD = 10;

  /** Any assignment but plain {@code =}. */
  public static final byte UPDATE = 11;

  /** Any operator of two or more characters that is none of the above. */
  public static final byte OPERATOR = 12;

  public static final byte OPTIONAL_DOT = 14;

  private static final int FIELDS = 4;
  private static final int END = 1;

  /** Of a bracket of one character, which has no name, the bracket around it. */
  private static final int HASH = 2;

  private static final int LINK = 3;

  private final byte[] text;
  private int count;
  private byte[] kind;

  /**
   * Start, end, hash and link of each token: who asks for one of them asks for the next as well,
   * and so large an array is not copied when memory is collected.
   */
  private int[] fields;

  private int[] open = new int[64];
  private int depth;

  Tokens(byte[] text, int expected) {
    this.text = text;
    int capacity = Math.max(64, expected);
    kind = new byte[capacity];
    fields = new int[Math.multiplyExact(capacity, FIELDS)];
  }

  public void add(byte tokenKind, int from, int to, int nameHash) {
    if (count == kind.length) {
      grow();
    }
    int token = count++;
    kind[token] = tokenKind;
    int at = token * FIELDS;
    fields[at] = from;
    fields[at + END] = to;
    fields[at + HASH] = nameHash;
    if (opens(tokenKind)) {
      fields[at + LINK] = -1;
      keepOuter(tokenKind, at);
      if (depth == open.length) {
        open = Arrays.copyOf(open, depth * 2);
      }
      open[depth++] = token;
    } else if (closes(tokenKind)) {
      fields[at + LINK] = -1;
      closeMatching(token);
      keepOuter(tokenKind, at);
    } else {
      fields[at + LINK] = depth == 0 ? -1 : open[depth - 1];
    }
  }

  private void keepOuter(byte tokenKind, int at) {
    if (isNameless(tokenKind)) {
      fields[at + HASH] = innermostOpen();
    }
  }

  private static boolean isNameless(byte bracket) {
    return bracket != TEMPLATE_HEAD && bracket != TEMPLATE_TAIL;
  }

  /** A closing bracket that fits an outer one ends the unclosed inner ones: cut text has such. */
  private void closeMatching(int token) {
    for (int d = depth - 1; d >= 0 && d >= depth - 8; d--) {
      if (partner(kind[open[d]]) == kind[token]) {
        fields[token * FIELDS + LINK] = open[d];
        fields[open[d] * FIELDS + LINK] = token;
        depth = d;
        return;
      }
    }
  }

  /** The whole text. Not to be changed. */
  public byte[] text() {
    return text;
  }

  public int count() {
    return count;
  }

  /** Offset of the token's first byte. */
  public int start(int token) {
    return fields[token * FIELDS];
  }

  /** Offset behind the token's last byte. */
  public int end(int token) {
    return fields[token * FIELDS + END];
  }

  private void grow() {
    int capacity = Math.addExact(kind.length, kind.length >> 1);
    kind = Arrays.copyOf(kind, capacity);
    fields = Arrays.copyOf(fields, Math.multiplyExact(capacity, FIELDS));
  }

  public static boolean opens(byte kind) {
    return kind == '(' || kind == '[' || kind == '{' || kind == TEMPLATE_HEAD;
  }

  public static boolean closes(byte kind) {
    return kind == ')' || kind == ']' || kind == '}' || kind == TEMPLATE_TAIL;
  }

  private static byte partner(byte opening) {
    return switch (opening) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      default -> TEMPLATE_TAIL;
    };
  }

  /** The innermost bracket still open, or -1. Only while tokens are being added. */
  public int innermostOpen() {
    return depth == 0 ? -1 : open[depth - 1];
  }

  /** The other bracket of a pair, or -1 where it is missing. */
  public int partner(int token) {
    return link(token);
  }

  /** The bracket that opens around {@code token}, or -1 at the top. */
  public int around(int token) {
    int t = token;
    while (t >= 0) {
      byte k = kind[t];
      if (t != token && opens(k)) {
        return t;
      }
      if (!opens(k) && !closes(k)) {
        return link(t);
      }
      if (isNameless(k)) {
        return fields[t * FIELDS + HASH];
      }
      int first = closes(k) && link(t) >= 0 ? link(t) : t;
      t = first - 1;
    }
    return -1;
  }

  /** Where the inside of an opening bracket ends; that of the module, where there is none. */
  public int endOfInside(int open) {
    return open < 0 || link(open) < 0 ? count : link(open);
  }

  private int link(int token) {
    return fields[token * FIELDS + LINK];
  }

  public byte kind(int token) {
    return token >= 0 && token < count ? kind[token] : 0;
  }

  /** The hash of a word; of other tokens it says nothing. */
  public int hash(int token) {
    return fields[token * FIELDS + HASH];
  }

  public boolean is(int token, String word) {
    if (token < 0 || token >= count || end(token) - start(token) != word.length()) {
      return false;
    }
    int start = start(token);
    for (int i = 0; i < word.length(); i++) {
      if (text[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public boolean sameText(int a, int b) {
    int startA = start(a);
    int startB = start(b);
    int length = end(a) - startA;
    if (length != end(b) - startB) {
      return false;
    }
    // Minified names have one to three characters; a loop beats the call for those.
    for (int i = 0; i < length; i++) {
      if (text[startA + i] != text[startB + i]) {
        return false;
      }
    }
    return true;
  }

  /** Source text of the tokens from {@code first} to {@code last}, both included. */
  public String source(int first, int last) {
    return new String(text, start(first), end(last) - start(first), StandardCharsets.UTF_8);
  }

  public String source(int token) {
    return source(token, token);
  }

  /** What stands between the quotes of a string without a prefix, one character for each byte. */
  public String content(int token) {
    int from = start(token) + 1;
    int length = Math.max(0, end(token) - 1 - from); // cut text may end in a lone quote
    return new String(text, from, length, StandardCharsets.ISO_8859_1);
  }

  /** The token that covers the byte at {@code position}, or the first one behind it. */
  public int at(int position) {
    int low = 0;
    int high = count; // all in front of low begin at or before the position, none from high on
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean covered = low > 0 && (start(low - 1) == position || end(low - 1) > position);
    return covered ? low - 1 : low;
  }

  public static int hash(String word) {
    int h = 0;
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      h = h * 31 + b;
    }
    return h;
  }
}
