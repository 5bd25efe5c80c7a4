package dev.candor.scan;

import dev.candor.scan.encoding.Letters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a list of names from prose, code, markup and chance. The rules are stated in
 * docs/rules/CANDOR-S001.md; each number has a test on both sides of it.
 */
final class Readability {
  private static final int MOST_TEXT = 2_000_000;

  /** What a list of language tags scores: as much as the best of names, since chance makes none. */
  private static final double TAGS = 1;

  private Readability() {}

  /** Several pieces are the entries themselves; a single one is split. */
  static Reading of(List<byte[]> pieces) {
    return of(pieces, false);
  }

  /**
   * @param proven whether it is certain that the bytes were stored encoded in just this way, so
   *     that codes and short tags, which read less well than words, are believed too
   */
  static Reading of(List<byte[]> pieces, boolean proven) {
    List<String> texts = new ArrayList<>(pieces.size());
    int total = 0;
    for (byte[] piece : pieces) {
      total += piece.length;
      Optional<String> text = total > MOST_TEXT ? Optional.empty() : decode(piece);
      if (text.isEmpty()) {
        return pieces.size() == 1 ? lengthPrefixed(piece, proven) : Reading.NOISE;
      }
      texts.add(text.get());
    }
    if (texts.size() > 1) {
      return ofEntries(texts, proven);
    }
    Reading reading = ofText(texts.getFirst(), proven);
    return reading instanceof Reading.Noise ? lengthPrefixed(pieces.getFirst(), proven) : reading;
  }

  static Reading ofText(String text) {
    return ofText(text, false);
  }

  static Reading ofText(String text, boolean proven) {
    if (!isText(text)) {
      return Reading.NOISE;
    }
    double score = score(text);
    // Entries hold the text's letters, so a text that does not read is not worth splitting; tags
    // never read.
    Optional<Reading> list =
        score < (proven ? -3 : -0.3) && !LanguageTags.mayFill(text)
            ? Optional.empty()
            : Separation.best(text)
                .flatMap(entries -> list(entries, text, proven || Separation.isArray(text)));
    return list.orElseGet(() -> new Reading.Prose(text, score));
  }

  /** Entries that came apart already. */
  static Reading ofEntries(List<String> entries) {
    return ofEntries(entries, false);
  }

  static Reading ofEntries(List<String> entries, boolean proven) {
    for (String entry : entries) {
      if (!isText(entry)) {
        return Reading.NOISE;
      }
    }
    return list(entries, String.join("\n", entries), proven).orElseGet(() -> prose(entries));
  }

  private static Reading prose(List<String> entries) {
    String text = String.join("\n", entries);
    return new Reading.Prose(text, score(text));
  }

  private static Optional<Reading> list(List<String> entries, String text, boolean proven) {
    if (!Entries.areNames(entries)) {
      return Optional.empty();
    }
    if (LanguageTags.are(entries)) {
      return Optional.of(new Reading.Listed(entries, TAGS, text));
    }
    double score = score(String.join("\n", entries));
    int letters = Entries.letters(entries);
    return letters >= Entries.FEWEST_LETTERS
            && (score >= threshold(letters, proven)
                || proven && letters >= 40 && Entries.areRegular(entries))
        ? Optional.of(new Reading.Listed(entries, score, text))
        : Optional.empty();
  }

  /**
   * Sixty letters of chance stay below -0.46 in 1,999 of 2,000 tries, and fewer stray further;
   * names score 0.2 and more, but letters of names in a wrong order come up to 0.05.
   */
  static double threshold(int letters, boolean proven) {
    if (proven && letters >= 40) {
      return -1;
    }
    return letters >= 60 ? 0.1 : 0.1 + (60 - letters) * 0.008;
  }

  /**
   * ASCII letters by {@link Letters}; a letter of another script counts as a word's letter does.
   */
  static double score(String text) {
    Letters.Measure ascii = Letters.of(text);
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0xc0 && Character.isLetter(text.codePointAt(i))) {
        others++;
      }
    }
    double letters = ascii.letters() + others;
    return letters == 0 ? 0 : (ascii.score() * ascii.letters() + 0.5 * others) / letters;
  }

  private static Optional<String> decode(byte[] bytes) {
    int high = 0;
    while (high < bytes.length && bytes[high] >= 0) {
      high++;
    }
    if (high == bytes.length) {
      return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
    }
    if (!startsCharacter(bytes, high)) {
      return latin1(bytes); // told at once, since most of what is tried is noise
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return latin1(bytes);
    }
  }

  /** Whether UTF-8 may have two bytes of a character here (RFC 3629, section 4). */
  private static boolean startsCharacter(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    return lead >= 0xc2 && lead <= 0xf4 && at + 1 < bytes.length && bytes[at + 1] < (byte) 0xc0;
  }

  /** Mostly ASCII with a few Latin-1 characters above it, as {@code String.fromCharCode} gives. */
  private static Optional<String> latin1(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      if (b < 0) {
        high++;
        if ((b & 0xff) < 0xa0) {
          return Optional.empty();
        }
      }
    }
    return high * 5 > bytes.length
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /**
   * No unassigned, private or lone surrogate character, and at most one kind of control beside
   * white space.
   */
  static boolean isText(String text) {
    int control = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= ' ' && c < 0x7f || c == '\n' || c == '\t' || c == '\r') {
        continue;
      }
      switch (Character.getType(c)) {
        case Character.CONTROL -> {
          if (control >= 0 && control != c) {
            return false;
          }
          control = c;
        }
        case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> {
          return false;
        }
        default -> {
          if (c == 0xfffd) {
            return false;
          }
        }
      }
    }
    return !text.isEmpty();
  }

  /** A byte that tells the length, then so many bytes, up to the end. */
  private static Reading lengthPrefixed(byte[] bytes, boolean proven) {
    List<String> entries = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int length = bytes[at] & 0xff;
      if (length == 0 || at + 1 + length > bytes.length) {
        return Reading.NOISE;
      }
      Optional<String> entry = decode(java.util.Arrays.copyOfRange(bytes, at + 1, at + 1 + length));
      if (entry.isEmpty()) {
        return Reading.NOISE;
      }
      entries.add(entry.get());
      at += 1 + length;
    }
    return entries.size() < Entries.FEWEST ? Reading.NOISE : ofEntries(entries, proven);
  }
}
