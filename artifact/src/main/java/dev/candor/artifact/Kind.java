package dev.candor.artifact;

/** What a file is, told by its first bytes, whatever its name says. */
enum Kind {
  GZIP,
  ZIP,
  /** Something else, such as a program, with a zip archive behind it. */
  APPENDED_ZIP,
  TAR,
  PLAIN;

  private static final int TAR_BLOCK = 512;

  static Kind of(Content content) {
    Kind kind = of(content.bytes(0, Math.min(TAR_BLOCK, content.size())));
    return kind == PLAIN && ZipDirectory.isAppended(content) ? APPENDED_ZIP : kind;
  }

  /** From the first 512 bytes, or all bytes of a shorter file. */
  static Kind of(byte[] head) {
    if (head.length >= 18 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8) {
      return GZIP;
    }
    if (head.length >= 22 && head[0] == 'P' && head[1] == 'K') {
      boolean local = head[2] == 3 && head[3] == 4;
      boolean empty = head[2] == 5 && head[3] == 6;
      return local || empty ? ZIP : PLAIN;
    }
    boolean tar = head.length >= TAR_BLOCK && head[0] != 0 && TarHeader.isValid(head);
    return tar ? TAR : PLAIN;
  }
}
