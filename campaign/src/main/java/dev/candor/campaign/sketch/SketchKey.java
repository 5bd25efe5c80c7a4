package dev.candor.campaign.sketch;

import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What sketches depend on beside the text. Without a secret one, whoever has a sketch can try which
 * texts give it.
 *
 * @param k0 the first eight bytes, little-endian
 * @param k1 the others
 */
public record SketchKey(long k0, long k1) {
  /** The one that everybody knows. */
  public static final SketchKey OPEN = new SketchKey(0, 0);

  private static final int LEAST = 16;
  private static final int MOST = 4096;

  /**
   * The first 128 bits of the SHA-256 of a file of 16 to 4096 bytes.
   *
   * @throws InputException if there is no such file
   */
  public static SketchKey of(Path file) {
    byte[] secret;
    try (InputStream in = Files.newInputStream(file)) {
      secret = in.readNBytes(MOST + 1);
    } catch (IOException e) {
      throw new InputException(
          "There is no key %s that can be read. Make one: head -c 32 /dev/urandom > %s."
              .formatted(file, file),
          e);
    }
    if (secret.length < LEAST || secret.length > MOST) {
      throw new InputException(
          "%s has %s bytes; a key has %d to %d. Make one: head -c 32 /dev/urandom > KEY."
              .formatted(
                  file, secret.length > MOST ? "more than " + MOST : secret.length, LEAST, MOST));
    }
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(secret)).order(ByteOrder.LITTLE_ENDIAN);
    return new SketchKey(hash.getLong(), hash.getLong());
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "SketchKey";
  }
}
