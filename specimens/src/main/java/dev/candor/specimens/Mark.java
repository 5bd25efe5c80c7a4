package dev.candor.specimens;

/**
 * What the reported mechanism tells about a machine: three bits.
 *
 * @param domain the endpoint's host is a listed domain or below one
 * @param keyword the endpoint's host contains a listed word
 * @param zone the time zone is one of two
 */
public record Mark(boolean domain, boolean keyword, boolean zone) {
  public static final Mark NONE = new Mark(false, false, false);
}
