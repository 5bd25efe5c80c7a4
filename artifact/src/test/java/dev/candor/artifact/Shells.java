package dev.candor.artifact;

/** The first bytes of programs, enough to be told as one, padded to a length. */
final class Shells {
  private Shells() {}

  static byte[] elf(int length) {
    return new ByteWriter().u32(0x464c457f).u8(2).u8(1).u8(1).zeros(length - 7).bytes();
  }

  static byte[] pe(int length) {
    return new ByteWriter().text("MZ").u16(0x90).zeros(length - 4).bytes();
  }

  static byte[] machO(int length) {
    return new ByteWriter().u32(0xfeedfacfL).u32(0x0100000c).zeros(length - 8).bytes();
  }
}
