package dev.candor.wire;

/** JSON Pointers (RFC 6901). */
public final class Pointer {
  private Pointer() {}

  /** To the member of that name in the object that {@code parent} points to. */
  public static String member(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** To an element of the array that {@code parent} points to. */
  public static String element(String parent, int index) {
    return parent + "/" + index;
  }
}
