package dev.candor.artifact;

import org.jspecify.annotations.Nullable;

/**
 * Counts what comes out of one archive, and of every archive around it, against its packed size.
 */
final class Meter {
  /** An archive unpacks to suspiciously much: nothing more is read from it. */
  static final class ArchiveAbandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Meter meter;

    ArchiveAbandoned(Meter meter) {
      super("unpacks to suspiciously many bytes", null, false, false);
      this.meter = meter;
    }

    boolean isOf(Meter other) {
      return meter == other;
    }
  }

  /** Small things compress by any ratio: a page of zeros does harm to nobody. */
  private static final long JUDGED_FROM = 64L << 20;

  private final @Nullable Meter outer;
  private final long allowed;
  private long unpacked;

  Meter(@Nullable Meter outer, long packed, int ratio) {
    this.outer = outer;
    long most = packed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : packed * ratio;
    this.allowed = Math.max(JUDGED_FROM, most);
  }

  void count(long bytes) {
    if (outer != null) {
      outer.count(bytes);
    }
    unpacked += bytes;
    if (unpacked > allowed) {
      throw new ArchiveAbandoned(this);
    }
  }
}
