package dev.candor.audit.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How something shows, in the words of a disclosure. */
public enum Manner {
  /** It stands there as it is, or what follows from it and can be read. */
  PLAIN,
  /** As the locale writes it. */
  LOCALISED,
  /** In base64 or hexadecimal digits. */
  ENCODED,
  /** A digest of it, or a value that nobody can read and that the vendor says is one. */
  HASH,
  /** One of a few words or settings, by which class it belongs to. */
  CLASS,
  /** Something is there or not, or one thing or another. */
  PRESENCE,
  FORMAT,
  LOOKALIKE,
  INVISIBLE,
  ORDER,
  NUMERIC,
  WORDING,
  /** A value that nobody can read. */
  OPAQUE,
  /** Whatever it is. */
  ANY;

  private static final String STAR = "*";

  /** As the file has it. */
  public String word() {
    return this == ANY ? STAR : name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Manner::word).toList();
  }
}
