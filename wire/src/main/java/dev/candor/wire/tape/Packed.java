package dev.candor.wire.tape;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.candor.core.InputException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams around another one, which stays open when they are closed. */
final class Packed {
  private static final int LEVEL = 3;
  private static final int BUFFER = 1 << 16;

  /** 8 MiB to look back into; what we write needs 2. */
  private static final int WINDOW_LOG = 23;

  private Packed() {}

  static OutputStream to(OutputStream out, Tape.Packing packing) throws IOException {
    OutputStream open = new OutputOf(out);
    try {
      return switch (packing) {
        case PLAIN -> new BufferedOutputStream(open, BUFFER);
        case ZSTD -> new ZstdOutputStreamNoFinalizer(open, LEVEL);
      };
    } catch (LinkageError e) {
      throw noLibrary(e);
    }
  }

  static InputStream from(InputStream in, Tape.Packing packing) throws IOException {
    InputStream open = new InputOf(in);
    try {
      return switch (packing) {
        case PLAIN -> new BufferedInputStream(open, BUFFER);
        case ZSTD ->
            new BufferedInputStream(
                // Gives what there is, and ends, where a frame was cut.
                new ZstdInputStreamNoFinalizer(open).setContinuous(true).setLongMax(WINDOW_LOG),
                BUFFER);
      };
    } catch (LinkageError e) {
      throw noLibrary(e);
    }
  }

  private static InputException noLibrary(LinkageError e) {
    return new InputException(
        "the library for zstd cannot be loaded (%s); let java.io.tmpdir be a folder in which programs may run"
            .formatted(e.getMessage()),
        e);
  }

  private static final class OutputOf extends FilterOutputStream {
    OutputOf(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length); // at once, which the superclass does not
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static final class InputOf extends FilterInputStream {
    InputOf(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // It belongs to whom we have it from.
    }
  }
}
