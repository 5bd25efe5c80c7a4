package dev.candor.artifact;

/** Tells programs by their first four bytes: ELF, PE, Mach-O and universal Mach-O. */
public final class Executable {
  private Executable() {}

  /** Whether a content begins as a program does. */
  public static boolean is(Content content) {
    if (content.size() < 4) {
      return false;
    }
    byte[] head = content.bytes(0, 4);
    return (head[0] == 'M' && head[1] == 'Z')
        || switch (LittleEndian.i32(head, 0)) {
          case 0x464c457f, 0xfeedface, 0xfeedfacf, 0xbebafeca -> true;
          default -> false;
        };
  }
}
