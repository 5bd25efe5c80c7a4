package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Tokens;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replacements of runs of tokens, which may stand in each other; of two that cross, one is made.
 */
final class Edits {
  /** What stands in the place of the tokens. */
  sealed interface Piece {
    /**
     * @param evaluated whether the text is a value that was computed by running code
     */
    record Put(String text, boolean evaluated) implements Piece {}

    /** Tokens, with the edits that stand in them. */
    record Kept(int first, int last) implements Piece {}
  }

  private record Edit(int first, int last, List<Piece> pieces) {}

  private record Span(int first, int last) {}

  /** Pieces in pieces; what is nested deeper is left as it is. */
  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private final Map<Integer, List<Edit>> byFirst = new HashMap<>();
  private final Set<Span> known = new HashSet<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Offsets.Builder offsets = new Offsets.Builder();
  private int written;
  private byte last;
  private int depth;

  Edits(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isEmpty() {
    return byFirst.isEmpty();
  }

  void put(int first, int lastToken, String text) {
    add(first, lastToken, List.of(new Piece.Put(text, false)));
  }

  void putEvaluated(int first, int lastToken, String text) {
    add(first, lastToken, List.of(new Piece.Put(text, true)));
  }

  void keep(int first, int lastToken, int firstKept, int lastKept) {
    add(first, lastToken, List.of(new Piece.Kept(firstKept, lastKept)));
  }

  /** The first that is asked for the same tokens is made. */
  void add(int first, int lastToken, List<Piece> pieces) {
    if (known.add(new Span(first, lastToken))) {
      byFirst
          .computeIfAbsent(first, f -> new ArrayList<>(1))
          .add(new Edit(first, lastToken, pieces));
    }
  }

  /** The text with all edits made. */
  Rewritten apply(Offsets earlier) {
    byFirst.values().forEach(list -> list.sort(Comparator.comparingInt(e -> -e.last())));
    byte[] text = tokens.text();
    int before = tokens.count() == 0 ? text.length : tokens.start(0);
    copy(0, before);
    if (tokens.count() > 0) {
      emit(0, tokens.count() - 1, null);
      copy(tokens.end(tokens.count() - 1), text.length);
    }
    return new Rewritten(out.toByteArray(), offsets.build(earlier));
  }

  private void emit(int first, int lastToken, @Nullable Edit within) {
    int t = first;
    int copiedTo = first <= lastToken ? tokens.start(first) : 0;
    while (t <= lastToken) {
      Edit edit = depth < DEEPEST ? at(t, lastToken, within) : null;
      if (edit == null) {
        t++;
        continue;
      }
      copy(copiedTo, tokens.start(t));
      depth++;
      for (Piece piece : edit.pieces()) {
        switch (piece) {
          case Piece.Put put -> write(put, edit);
          case Piece.Kept kept -> emit(kept.first(), kept.last(), edit);
        }
      }
      depth--;
      copiedTo = tokens.end(edit.last());
      t = edit.last() + 1;
    }
    if (first <= lastToken) {
      copy(copiedTo, tokens.end(lastToken));
    }
  }

  /** The longest edit that begins here, ends in time, and is no part of one that is being made. */
  private @Nullable Edit at(int t, int lastToken, @Nullable Edit within) {
    List<Edit> here = byFirst.get(t);
    if (here == null) {
      return null;
    }
    for (Edit edit : here) {
      boolean smaller =
          within == null || within.first() != edit.first() || edit.last() < within.last();
      if (edit.last() <= lastToken && smaller) {
        return edit;
      }
    }
    return null;
  }

  private void write(Piece.Put put, Edit edit) {
    byte[] bytes = put.text().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      separate(bytes[0]);
      offsets.add(
          written, tokens.start(edit.first()), tokens.end(edit.last()), false, put.evaluated());
      append(bytes, 0, bytes.length);
    }
  }

  private void copy(int start, int end) {
    if (start < end) {
      separate(tokens.text()[start]);
      offsets.add(written, start, end, true, false);
      append(tokens.text(), start, end);
    }
  }

  /** Words that came to stand side by side stay two words. */
  private void separate(byte next) {
    if (isWordPart(last) && isWordPart(next)) {
      out.write(' ');
      written++;
    }
  }

  private void append(byte[] bytes, int start, int end) {
    out.write(bytes, start, end - start);
    written += end - start;
    last = bytes[end - 1];
  }

  private static boolean isWordPart(byte c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '$'
        || c < 0;
  }
}
