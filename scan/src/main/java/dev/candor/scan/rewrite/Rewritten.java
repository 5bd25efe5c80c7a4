package dev.candor.scan.rewrite;

/** A text, and where each piece of it came from. */
public final class Rewritten {
  private final byte[] text;
  private final Offsets offsets;

  Rewritten(byte[] text, Offsets offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  /** UTF-8. Not to be changed. */
  public byte[] text() {
    return text;
  }

  public Offsets offsets() {
    return offsets;
  }
}
