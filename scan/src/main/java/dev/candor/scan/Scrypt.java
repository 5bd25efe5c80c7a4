package dev.candor.scan;

/** The memory-hard part of scrypt: scryptROMix of RFC 7914, sections 3 to 5. */
final class Scrypt {
  private static final int SALSA_WORDS = 16;

  private final int n;
  private final int words;

  /**
   * Sets the cost.
   *
   * @param n a power of two above 1
   * @param r half the number of 64-byte pieces in a block
   */
  Scrypt(int n, int r) {
    this.n = n;
    this.words = 32 * r;
  }

  /** Mixes each block of 128·r bytes in place. */
  void mix(byte[] blocks) {
    int[] block = new int[words];
    for (int start = 0; start < blocks.length; start += 4 * words) {
      for (int i = 0; i < words; i++) {
        int at = start + 4 * i;
        block[i] =
            (blocks[at] & 0xFF)
                | ((blocks[at + 1] & 0xFF) << 8)
                | ((blocks[at + 2] & 0xFF) << 16)
                | (blocks[at + 3] << 24);
      }
      block = roMix(block);
      for (int i = 0; i < 4 * words; i++) {
        blocks[start + i] = (byte) (block[i / 4] >>> (8 * (i % 4)));
      }
    }
  }

  private int[] roMix(int[] block) {
    int[][] table = new int[n][];
    int[] x = block;
    for (int i = 0; i < n; i++) {
      table[i] = x;
      x = blockMix(x);
    }
    for (int i = 0; i < n; i++) {
      int[] entry = table[x[words - SALSA_WORDS] & (n - 1)];
      int[] mixed = new int[words];
      for (int k = 0; k < words; k++) {
        mixed[k] = x[k] ^ entry[k];
      }
      x = blockMix(mixed);
    }
    return x;
  }

  /** Even results go to the first half, odd ones to the second. */
  private int[] blockMix(int[] in) {
    int[] out = new int[words];
    int[] x = new int[SALSA_WORDS];
    System.arraycopy(in, words - SALSA_WORDS, x, 0, SALSA_WORDS);
    int pieces = words / SALSA_WORDS;
    for (int i = 0; i < pieces; i++) {
      for (int k = 0; k < SALSA_WORDS; k++) {
        x[k] ^= in[i * SALSA_WORDS + k];
      }
      salsa(x);
      int to = i % 2 == 0 ? i / 2 : pieces / 2 + i / 2;
      System.arraycopy(x, 0, out, to * SALSA_WORDS, SALSA_WORDS);
    }
    return out;
  }

  /** Salsa20/8. */
  private static void salsa(int[] b) {
    int[] x = b.clone();
    for (int round = 0; round < 4; round++) {
      for (int c = 0; c < 4; c++) {
        quarter(x, 5 * c % 16, (5 * c + 4) % 16, (5 * c + 8) % 16, (5 * c + 12) % 16);
      }
      for (int r = 0; r < 4; r++) {
        int row = 4 * r;
        quarter(x, row + r, row + (r + 1) % 4, row + (r + 2) % 4, row + (r + 3) % 4);
      }
    }
    for (int i = 0; i < SALSA_WORDS; i++) {
      b[i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
