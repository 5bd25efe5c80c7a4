package dev.candor.page;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * How much of a page is left. Lists end where it is spent, or before; what they leave out is
 * counted.
 */
public final class Allowance {
  private final long bytes;
  private final Tally tally;

  private static final class Tally {
    private long written;
    private long left;
  }

  private Allowance(long bytes, Tally tally) {
    this.bytes = bytes;
    this.tally = tally;
  }

  /**
   * @param bytes after which lists end
   */
  public Allowance(long bytes) {
    this(bytes, new Tally());
  }

  /** Of the same page, for lists that must have room when others have spent theirs. */
  public Allowance raisedTo(long more) {
    return new Allowance(more, tally);
  }

  /** The same stream, counted. */
  public OutputStream counted(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int one) throws IOException {
        tally.written++;
        out.write(one);
      }

      @Override
      public void write(byte[] some, int from, int length) throws IOException {
        tally.written += length;
        out.write(some, from, length);
      }
    };
  }

  /** As much of the list as may be shown. */
  public <T> Part<T> of(List<T> all, int most) {
    return new Part<>(all, most);
  }

  /** Items that were left out until now. */
  public long left() {
    return tally.left;
  }

  /** The beginning of a list. */
  public final class Part<T> implements Iterable<T> {
    private final List<T> all;
    private final int most;
    private int shown;

    private Part(List<T> all, int most) {
      this.all = all;
      this.most = Math.min(most, all.size());
    }

    public boolean isEmpty() {
      return all.isEmpty();
    }

    /** After the last item: how many were not shown. */
    public int left() {
      return all.size() - shown;
    }

    /** To go through once. */
    @Override
    public Iterator<T> iterator() {
      return new Iterator<>() {
        private boolean ended;

        @Override
        public boolean hasNext() {
          boolean more = shown < most && tally.written < bytes;
          if (!more && !ended) {
            ended = true;
            tally.left += left();
          }
          return more;
        }

        @Override
        public T next() {
          if (shown >= all.size()) {
            throw new NoSuchElementException();
          }
          return all.get(shown++);
        }
      };
    }
  }
}
