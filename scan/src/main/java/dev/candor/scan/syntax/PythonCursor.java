package dev.candor.scan.syntax;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Where the reading of Python is: a token, and how far it may go. */
final class PythonCursor {
  /** What is nested deeper is passed over. */
  private static final int DEEPEST = 300;

  final Tokens tokens;
  final PythonLayout layout;
  int at;
  int limit;
  private int depth;

  PythonCursor(Tokens tokens, PythonLayout layout) {
    this.tokens = tokens;
    this.layout = layout;
  }

  byte kind() {
    return at < limit ? tokens.kind(at) : 0;
  }

  byte kindAt(int token) {
    return token < limit ? tokens.kind(token) : 0;
  }

  boolean isWord(String word) {
    return isWord(at, word);
  }

  boolean isWord(int token, String word) {
    return token < limit && tokens.kind(token) == Tokens.WORD && tokens.is(token, word);
  }

  /** Whether the word here is one of these. */
  boolean isOne(Set<String> words) {
    return kind() == Tokens.WORD
        && tokens.end(at) - tokens.start(at) <= 8
        && words.contains(tokens.source(at));
  }

  boolean isOperator(String operator) {
    return (kind() == Tokens.OPERATOR || kind() == Tokens.UPDATE) && tokens.is(at, operator);
  }

  boolean accept(char symbol) {
    if (kind() == symbol) {
      at++;
      return true;
    }
    return false;
  }

  boolean accept(String word) {
    if (isWord(word)) {
      at++;
      return true;
    }
    return false;
  }

  /** The bracket that closes the one at {@code open}, at most the end. */
  int close(int open) {
    int partner = tokens.partner(open);
    return partner < 0 ? limit : Math.min(partner, limit);
  }

  int last() {
    return Math.max(0, at - 1);
  }

  /** Reads something that ends in front of {@code end}. */
  <T> T inside(int end, Supplier<T> read) {
    int outer = limit;
    limit = Math.min(outer, end);
    try {
      return read.get();
    } finally {
      limit = outer;
    }
  }

  /**
   * Reads one level deeper; the rest up to the next closing bracket is left where it is too deep.
   */
  Node deeper(Supplier<Node> read) {
    if (++depth > DEEPEST || at >= limit) {
      depth--;
      return skipped();
    }
    try {
      return read.get();
    } finally {
      depth--;
    }
  }

  private Node skipped() {
    int first = at;
    while (at < limit && !Tokens.closes(tokens.kind(at)) && kind() != ',') {
      at = Tokens.opens(tokens.kind(at)) ? Math.max(at, close(at)) + 1 : at + 1;
    }
    at = Math.min(limit, Math.max(at, first + 1));
    int token = Math.clamp(first, 0, Math.max(0, limit - 1));
    return new Node.Other(token, Math.max(token, last()), List.of());
  }

  /** A node for what is not there, at the last token that was read. */
  Node nothing() {
    return new Node.Other(last(), last(), List.of());
  }
}
