package dev.candor.artifact;

import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One walk: opens archives in turn and hands every plain file to the visitor. */
final class Walk {
  private static final int IN_MEMORY = 32 << 20;
  private static final int BLOCK = 1 << 18;

  private final Bounds bounds;
  private final Notes notes;
  private final EntryVisitor visitor;

  Walk(Bounds bounds, Notes notes, EntryVisitor visitor) {
    this.bounds = bounds;
    this.notes = notes;
    this.visitor = visitor;
  }

  Notes notes() {
    return notes;
  }

  Bounds bounds() {
    return bounds;
  }

  Limits limits() {
    return bounds.limits();
  }

  /**
   * Opens an archive and reads what it holds.
   *
   * @param label what notes call it
   * @param prefix stands in front of every name in it
   * @param depth archives around it
   * @return whether it held anything
   */
  boolean open(
      Kind kind, Content packed, String label, String prefix, int depth, @Nullable Meter outer) {
    Meter meter = new Meter(outer, packed.size(), limits().ratio());
    Inside inside = new Inside(this, label, prefix, depth, meter);
    try {
      switch (kind) {
        case GZIP -> gunzip(packed, inside, label);
        case ZIP, APPENDED_ZIP -> new ZipReading(packed, inside, bounds).run();
        case TAR -> {
          InputStream stored = new ContentStream(packed, 0, packed.size());
          new TarReading(new MeteredStream(stored, bounds, meter), inside).run();
        }
        case PLAIN -> throw new IllegalArgumentException("not an archive: " + label);
      }
    } catch (Meter.ArchiveAbandoned e) {
      if (!e.isOf(meter)) {
        throw e;
      }
      notes.add(label, "unpacks to suspiciously many bytes, the rest was not read");
    } catch (IOException e) {
      notes.add(label, "damaged or cut short; what stands before the damage was read");
    }
    return inside.held();
  }

  private void gunzip(Content packed, Inside inside, String label) throws IOException {
    InputStream stored = new ContentStream(packed, 0, packed.size());
    try (InputStream unzipped =
        new MeteredStream(new GZIPInputStream(stored, BLOCK), bounds, inside.meter())) {
      byte[] head = new byte[TarHeader.BLOCK];
      int got = 0;
      IOException early = null;
      try {
        got = unzipped.readNBytes(head, 0, head.length);
      } catch (IOException e) {
        early = e;
      }
      head = Arrays.copyOf(head, got);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), unzipped);
      if (early == null && Kind.of(head) == Kind.TAR) {
        new TarReading(whole, inside).run();
      } else {
        inside.file(withoutSuffix(label), got, whole);
      }
    }
  }

  /** {@code a/b.js.gz} unpacks to {@code b.js}. */
  private static String withoutSuffix(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(".gz") && name.length() > 3 ? name.substring(0, name.length() - 3) : name;
  }

  /**
   * Reads one body into memory, or into a nameless file when it is large, and goes on with it.
   *
   * @param depth archives around the one that holds the body
   */
  void body(String path, long expected, InputStream in, int depth, Meter meter) {
    byte[] held = new byte[Math.clamp(expected + 1, 256, BLOCK)];
    int length = 0;
    try {
      for (int got = in.read(held, 0, held.length); got >= 0; ) {
        length += got;
        if (length == held.length) {
          if (length >= IN_MEMORY) {
            spill(path, held, in, depth, meter);
            return;
          }
          held = Arrays.copyOf(held, Math.min(IN_MEMORY, larger(length, expected)));
        }
        if (length > limits().entryBytes()) {
          notes.add(path, "left out, it is too large");
          return;
        }
        got = in.read(held, length, held.length - length);
      }
    } catch (IOException e) {
      notes.add(path, "damaged or cut short; the part before the damage was read");
    }
    plainOrArchive(path, new MemoryContent(held, length), depth + 1, meter);
  }

  /** An archive may lie about a size; once an eighth of it is there, room is made for all. */
  private static int larger(int length, long expected) {
    return expected > length && length > expected / 8
        ? Math.toIntExact(Math.min(IN_MEMORY, expected + 1))
        : length * 2;
  }

  private void spill(String path, byte[] block, InputStream in, int depth, Meter meter) {
    try (FileChannel file = SpillFolder.shared().open()) {
      long size = 0;
      try {
        for (int got = block.length; got >= 0; got = in.read(block, 0, block.length)) {
          size += got;
          if (size > limits().entryBytes()) {
            notes.add(path, "left out, it is too large");
            return;
          }
          ByteBuffer buffer = ByteBuffer.wrap(block, 0, got);
          while (buffer.hasRemaining()) {
            file.write(buffer);
          }
        }
      } catch (IOException e) {
        notes.add(path, "damaged or cut short; the part before the damage was read");
      }
      plainOrArchive(path, new FileContent(file, size), depth + 1, meter);
    } catch (IOException e) {
      throw new InputException(
          "Cannot write a large file of the package to "
              + SpillFolder.shared().folder()
              + " for the time of reading it ("
              + e.getMessage()
              + "). Free some space there.",
          e);
    }
  }

  /** Goes into an archive, or hands a plain file to the visitor. */
  void plainOrArchive(String path, Content content, int depth, @Nullable Meter outer) {
    plainOrArchive(path, path + "!/", content, depth, outer);
  }

  /**
   * The same for a file whose archive members get another prefix. The file itself goes to the
   * visitor too when it is more than an archive: a program with a zip behind it, or bytes under a
   * source file's name, which a runtime would run; and when nothing could be read from it.
   */
  void plainOrArchive(
      String path, String prefix, Content content, int depth, @Nullable Meter outer) {
    Kind kind = Kind.of(content);
    boolean archive = kind != Kind.PLAIN;
    if (archive && depth > limits().depth()) {
      notes.add(path, "not opened, it lies in too many archives");
      archive = false;
    }
    boolean given = !archive || kind == Kind.APPENDED_ZIP || Sources.byName(path).isPresent();
    if (given) {
      visitor.visit(new Entry(path, content));
    }
    if (archive && !open(kind, content, path, prefix, depth, outer) && !given) {
      visitor.visit(new Entry(path, content));
    }
  }
}
