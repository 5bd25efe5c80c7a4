package dev.candor.artifact;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a tar stream from front to end. Like the package managers' own readers it passes over a
 * damaged header instead of stopping there, so that nothing can be hidden behind one.
 */
final class TarReading {
  /** Names and pax records beyond this are not read: they would be held in memory. */
  private static final int LONGEST_RECORDS = 1 << 20;

  private final InputStream in;
  private final Inside archive;
  private final byte[] block = new byte[TarHeader.BLOCK];
  private final byte[] skipped = new byte[1 << 16];
  private Pax global = Pax.NONE;
  private Pax next = Pax.NONE;
  private Optional<String> longName = Optional.empty();

  TarReading(InputStream in, Inside archive) {
    this.in = in;
    this.archive = archive;
  }

  void run() throws IOException {
    boolean zeroBefore = false;
    for (int got = fill(); got > 0; got = fill()) {
      if (got < TarHeader.BLOCK) {
        archive.note("cut short in a header; what stands before it was read");
        return;
      }
      boolean zero = TarHeader.isZero(block);
      if (zero && zeroBefore) {
        drain();
        return;
      }
      zeroBefore = zero;
      if (!zero && !TarHeader.isValid(block)) {
        archive.note("has a damaged header, which was passed over");
        archive.countEntry();
      } else if (!zero) {
        entry(TarHeader.of(block));
      }
    }
    archive.note("ends without its end mark, so it may have been cut short");
  }

  private void entry(TarHeader header) throws IOException {
    boolean describesNext = "xXgLK".indexOf(header.type()) >= 0;
    Pax pax = describesNext ? Pax.NONE : global.and(next);
    long size = pax.size().orElse(header.size());
    if (size < 0 || size > Long.MAX_VALUE - TarHeader.BLOCK) {
      archive.countEntry();
      archive.note("has a header with a size that cannot be, which was passed over");
      return;
    }
    TarBody body = new TarBody(in, size);
    if (describesNext) {
      archive.countEntry();
      describe(header.type(), body);
    } else {
      String name = pax.path().or(() -> longName).orElse(header.name());
      next = Pax.NONE;
      longName = Optional.empty();
      file(name, header.type(), pax.sparse(), body);
    }
    body.skipRest(skipped);
    long padding = -size & (TarHeader.BLOCK - 1);
    new TarBody(in, padding).skipRest(skipped);
  }

  private void describe(char type, TarBody body) throws IOException {
    if (body.left() > LONGEST_RECORDS) {
      archive.note("has an oversized extended header, which was passed over");
      return;
    }
    byte[] records = body.readNBytes((int) body.left());
    switch (type) {
      case 'L' -> longName = Optional.of(TarHeader.text(records, 0, records.length));
      case 'g' -> global = global.and(Pax.of(records));
      case 'x', 'X' -> next = next.and(Pax.of(records));
      default -> {} // 'K' names the target of a link, and links are left out
    }
  }

  private void file(String name, char type, boolean sparse, TarBody body) throws IOException {
    if (type == '5' || type == 'D' || (name.endsWith("/") && (type == '0' || type == 0))) {
      archive.directory(name);
    } else if (type == '1' || type == '2') {
      archive.leaveOut(name, "left out, it is a link");
    } else if (type == '3' || type == '4' || type == '6') {
      archive.leaveOut(name, "left out, it is a device or a pipe");
    } else if (sparse || type == 'S' || type == 'M' || type == 'V' || type == 'N') {
      archive.leaveOut(name, "left out, it is stored sparse or in volumes");
    } else {
      archive.file(name, body.left(), body);
    }
  }

  private int fill() throws IOException {
    return in.readNBytes(block, 0, block.length);
  }

  /** Reads on behind the end mark: the checksum of a gzip stream stands at its end. */
  private void drain() throws IOException {
    boolean more = false;
    for (int got = in.read(skipped); got >= 0; got = in.read(skipped)) {
      for (int i = 0; i < got && !more; i++) {
        more = skipped[i] != 0;
      }
    }
    if (more) {
      archive.note("has bytes behind its end mark, which were not read");
    }
  }

  /** The bytes of one file; a stream that ends before them is an error, not an end. */
  private static final class TarBody extends InputStream {
    private final InputStream in;
    private long left;

    TarBody(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    long left() {
      return left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0 || length == 0) {
        return left == 0 ? -1 : 0;
      }
      int got = in.read(into, offset, (int) Math.min(length, left));
      if (got < 0) {
        throw new EOFException("cut short");
      }
      left -= got;
      return got;
    }

    void skipRest(byte[] scratch) throws IOException {
      while (left > 0) {
        if (read(scratch, 0, scratch.length) < 0) {
          return;
        }
      }
    }
  }
}
