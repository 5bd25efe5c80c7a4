package dev.candor.core;

/** Numbers with their nouns. */
public final class Count {
  private Count() {}

  /** As {@code 1 table}, {@code 2 tables}. */
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  /** As {@code 1 entry}, {@code 2 entries}. */
  public static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** As {@code , 3 times}; nothing for once. */
  public static String again(int times) {
    return times == 1 ? "" : ", " + times + " times";
  }
}
