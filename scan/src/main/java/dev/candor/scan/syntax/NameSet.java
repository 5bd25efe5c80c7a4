package dev.candor.scan.syntax;

import java.util.Set;

/**
 * Hashes of names, asked for once for every word of a module: most are ruled out by one bit,
 * without an object.
 */
public final class NameSet {
  private static final int BITS = 1 << 16;

  private final long[] low = new long[BITS / Long.SIZE];
  private final Set<Integer> hashes;

  public NameSet(Set<Integer> hashes) {
    this.hashes = Set.copyOf(hashes);
    hashes.forEach(hash -> low[fold(hash) >> 6] |= 1L << fold(hash));
  }

  public boolean contains(int hash) {
    int bit = fold(hash);
    return (low[bit >> 6] & 1L << bit) != 0 && hashes.contains(hash);
  }

  private static int fold(int hash) {
    return (hash ^ hash >>> 16) & BITS - 1;
  }
}
