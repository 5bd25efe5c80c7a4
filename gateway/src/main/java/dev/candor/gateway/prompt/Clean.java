package dev.candor.gateway.prompt;

import dev.candor.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers texts in which nothing was found. A conversation is sent anew with each of its turns,
 * so most of a body was looked at before. Of each text a digest is kept (128 bits of SHA-256, which
 * nobody can make two texts have), and each is looked at again from time to time, so that what is
 * remembered of its sentences elsewhere is not forgotten.
 */
final class Clean {
  /** Shorter ones are looked at sooner than digested. */
  static final int SHORTEST = 64;

  private static final int LOOKS = 16;

  private final int most;
  private final ConcurrentMap<Text, Integer> texts = new ConcurrentHashMap<>();

  /** What is kept of a client's text. */
  record Text(long high, long low) {}

  /**
   * @param most texts; beyond, all are forgotten
   */
  Clean(int most) {
    this.most = most;
  }

  /** A text as that client sends it. */
  static Text text(String client, byte[] body, int start, int end) {
    MessageDigest digest = Sha256.start();
    digest.update(client.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(body, start, end - start);
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Text(bytes.getLong(), bytes.getLong());
  }

  /** Whether nothing was found in it, and it need not be looked at again this time. */
  boolean knows(Text text) {
    Integer times = texts.get(text);
    if (times == null) {
      return false;
    }
    if (times == LOOKS) {
      texts.remove(text);
      return false;
    }
    texts.put(text, times + 1);
    return true;
  }

  /** Nothing was found in it. */
  void remember(Text text) {
    if (texts.size() >= most) {
      texts.clear();
    }
    texts.put(text, 0);
  }
}
