package dev.candor.wire;

/**
 * The bytes of a message's content: transfer coding undone, content coding not.
 *
 * @param bytes not to be changed; the beginning only, where there were more than the recorder keeps
 * @param length how many there were
 */
public record Body(byte[] bytes, long length) {
  public static final Body NONE = of(new byte[0]);

  public static Body of(byte[] bytes) {
    return new Body(bytes, bytes.length);
  }

  public boolean isCut() {
    return length > bytes.length;
  }
}
