package dev.candor.fleet.inventory.find;

/** Keys of the catalogue: exact but for {@code *}, which stands for one or more characters. */
final class KeyPattern {
  private KeyPattern() {}

  static boolean fits(String pattern, String key) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(key);
    }
    String before = pattern.substring(0, star);
    String behind = pattern.substring(star + 1);
    // No key of the catalogue has two.
    return key.length() > before.length() + behind.length()
        && key.startsWith(before)
        && key.endsWith(behind);
  }
}
