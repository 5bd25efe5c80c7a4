package dev.candor.scan.syntax;

import java.util.Set;
import java.util.stream.Collectors;

/** A few words that are looked for among all of a module: most are ruled out by their hash. */
public final class WordSet {
  private final Set<String> words;
  private final NameSet hashes;

  public WordSet(Set<String> words) {
    this.words = Set.copyOf(words);
    this.hashes = new NameSet(words.stream().map(Tokens::hash).collect(Collectors.toSet()));
  }

  /** Whether the token, a word, is one of them. */
  public boolean hasWord(Tokens tokens, int word) {
    return hashes.contains(tokens.hash(word)) && words.contains(tokens.source(word));
  }

  public boolean contains(String word) {
    return words.contains(word);
  }
}
