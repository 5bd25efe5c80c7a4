package dev.candor.fleet.inventory.find;

import java.io.IOException;

/**
 * A file that is not read further; the message says why, in words that may stand behind a place.
 */
final class Unread extends IOException {
  private static final long serialVersionUID = 1L;

  Unread(String why) {
    super(why);
  }

  Unread(String why, Exception cause) {
    super(why, cause);
  }

  /**
   * @param most bytes that are read of such a file
   */
  static Unread tooLarge(long most) {
    return new Unread("larger than %d MiB, not read".formatted(Math.max(1, most >> 20)));
  }
}
