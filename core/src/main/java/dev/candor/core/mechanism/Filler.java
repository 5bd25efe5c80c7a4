package dev.candor.core.mechanism;

/**
 * What stands in a slot that is no mark.
 *
 * @param least how many characters, 0 or more
 * @param most how many, at most {@link #LONGEST}
 */
public record Filler(Kind kind, int least, int most) {
  public static final int LONGEST = 1000;

  /** Which characters. */
  public enum Kind {
    /** 0 to 9. */
    DIGITS("digits"),
    /** ASCII letters. */
    LETTERS("letters"),
    /** Anything but a line's end. */
    CHARACTERS("characters");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As files write it. */
    public String word() {
      return word;
    }
  }

  public Filler {
    if (least < 0 || most < least || most == 0 || most > LONGEST) {
      throw new IllegalArgumentException(
          "fills a slot with %d to %d %s; 0 to %d may be"
              .formatted(least, most, kind.word(), LONGEST));
    }
  }

  /** Whether that UTF-16 unit may stand there. */
  public boolean takes(char c) {
    return switch (kind) {
      case DIGITS -> c >= '0' && c <= '9';
      case LETTERS -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
      case CHARACTERS -> c != '\n' && c != '\r';
    };
  }
}
