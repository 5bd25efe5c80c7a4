package dev.candor.lab.inference;

import java.util.List;
import java.util.Optional;

/** JSON as it was written (RFC 8259): members in their order, numbers as they are spelt. */
sealed interface Json {
  /**
   * @param members in order; a name may come twice
   */
  record Members(List<Member> members) implements Json {}

  record Member(String name, Json value) {}

  record Elements(List<Json> elements) implements Json {}

  record Text(String value) implements Json {}

  /** {@code true}, {@code false}, {@code null}. */
  record Word(String word) implements Json {}

  /**
   * @param spelling as it stands there
   */
  record Numeral(String spelling) implements Json {}

  /**
   * @param spacing the white space between tokens, each way once, in short
   */
  record Document(Json root, String spacing, String escapes) {}

  /** Empty where the text is no JSON, or neither an object nor a list. */
  static Optional<Document> read(String text) {
    return new JsonReading(text).document();
  }
}
