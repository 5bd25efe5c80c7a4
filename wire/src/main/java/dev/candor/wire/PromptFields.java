package dev.candor.wire;

import java.util.Set;

/**
 * Which strings of a request in JSON a model reads. A string in an object whose {@code type} is
 * {@code text} is read in its field {@code data}, too: the text of a document stands where the
 * bytes of others do.
 *
 * @param declarations fields of the request that hold schemas, as {@code tools}: only descriptions
 *     are read there, for a property may have any name
 * @param parts fields of the request that hold texts, as {@code messages}
 * @param words fields whose strings are read, at any depth within the parts
 * @param free fields within which each string is read, as the arguments of a call
 */
public record PromptFields(
    Set<String> declarations, Set<String> parts, Set<String> words, Set<String> free) {
  /** Those that are read within a declaration. */
  public static final PromptFields OF_DECLARATIONS =
      new PromptFields(Set.of(), Set.of(), Set.of("description"), Set.of());

  public PromptFields {
    declarations = Set.copyOf(declarations);
    parts = Set.copyOf(parts);
    words = Set.copyOf(words);
    free = Set.copyOf(free);
  }
}
