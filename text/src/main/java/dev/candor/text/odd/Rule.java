package dev.candor.text.odd;

import java.util.Locale;

/**
 * Why something is thought odd; {@code docs/text.md} states each with its evidence. A finding has
 * no reason in script, emoji or typography; a note may have one.
 */
public enum Rule {
  LETTER_OF_ANOTHER_SCRIPT(Kind.LOOKALIKE, "a letter of another script within a word"),
  WORD_OF_ANOTHER_SCRIPT(
      Kind.LOOKALIKE, "a word of look-alikes of another script among Latin words"),
  STYLED_LETTER(Kind.LOOKALIKE, "a phonetic or styled letter within a word of ordinary ones"),
  DIGIT_OF_ANOTHER_SCRIPT(Kind.LOOKALIKE, "digits of two scripts in one number"),
  APOSTROPHE(Kind.LOOKALIKE, "no apostrophe, where an English word has one"),
  SIGN_OF_ANOTHER_SCRIPT(Kind.LOOKALIKE, "a sign of a script that the text does not use"),
  DATE_SEPARATOR(Kind.LOOKALIKE, "no hyphen and no slash, within a date"),
  INVISIBLE_CHARACTER(Kind.INVISIBLE, "not seen, and nothing around it needs it"),
  JOINER(Kind.INVISIBLE, "joins or parts nothing: no letters that join and no emoji beside it"),
  VARIATION_SELECTOR(Kind.INVISIBLE, "selects a form of a character that has none"),
  TAG_CHARACTER(Kind.INVISIBLE, "a tag outside the emoji flag of a region"),
  BYTE_ORDER_MARK(Kind.INVISIBLE, "a byte order mark that does not stand at the beginning"),
  DIRECTION_MARK(Kind.INVISIBLE, "a direction mark where nothing is written from right to left"),
  DIRECTION_CONTROL(
      Kind.INVISIBLE, "a change of direction that is not ended in its line or has nothing to turn"),
  DIRECTION_OVERRIDE(Kind.INVISIBLE, "shows characters in another order than they are stored in"),
  TERMINAL_SEQUENCE(Kind.INVISIBLE, "changes what a terminal shows of the text"),
  SPACE(Kind.SPACE, "another space than U+0020 between two words"),
  LINE_SEPARATOR(Kind.SPACE, "ends a line for some programs and not for others"),

  SOFT_HYPHEN(Kind.INVISIBLE, "hyphenation written into the text", true),
  ISOLATE(
      Kind.INVISIBLE, "an isolate around text of one direction, as translated messages have", true),
  SELECTOR_ON_SIGN(Kind.INVISIBLE, "an emoji selector behind a sign that is no emoji", true),
  NO_BREAK_SPACE(Kind.SPACE, "a no-break space between two words", true),
  SPACE_BEFORE_NUMBER(Kind.SPACE, "another space than U+0020 between word and number", true),
  APOSTROPHE_AS_TYPED(Kind.LOOKALIKE, "an accent or opening quote for an apostrophe", true),
  MIXED_APOSTROPHES(Kind.LOOKALIKE, "not the apostrophe that the text has elsewhere", true),
  MIXED_DATES(Kind.LOOKALIKE, "not the separator that the text's other dates have", true),
  TRAILING_SPACES(Kind.SPACE, "spaces at the ends of lines, not the same in all", true),
  CARRIAGE_RETURN(
      Kind.INVISIBLE, "a return within a line; what follows may be shown over it", true),
  CONTROL(Kind.INVISIBLE, "a control character", true),
  LINE_BREAK(Kind.INVISIBLE, "a place behind a sign where a line may end", true),
  QUOTED_CHARACTER(Kind.INVISIBLE, "alone in quotes, as source code names a character", true),
  TERMINAL_COLOUR(Kind.INVISIBLE, "a colour for terminals", true);

  /** What a reader makes of it. */
  public enum Kind {
    /** Reads as another character. */
    LOOKALIKE,
    /** Reads as an ordinary space or the end of a line. */
    SPACE,
    /** Not seen at all. */
    INVISIBLE
  }

  private final Kind kind;
  private final String why;
  private final boolean note;

  Rule(Kind kind, String why) {
    this(kind, why, false);
  }

  Rule(Kind kind, String why, boolean note) {
    this.kind = kind;
    this.why = why;
    this.note = note;
  }

  /** As {@code letter-of-another-script}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Kind kind() {
    return kind;
  }

  /** Why what it names is thought odd, as part of a sentence. */
  public String why() {
    return why;
  }

  /** Whether it only informs: such a thing has an innocent use that cannot be told apart. */
  public boolean isNote() {
    return note;
  }
}
