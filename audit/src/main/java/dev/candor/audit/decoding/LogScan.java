package dev.candor.audit.decoding;

import dev.candor.text.mechanism.Sentence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds sentences in a stream of any size and any line length, in constant memory. A line that fits
 * into the buffer is read as JSON where it has a sentence; what stands in longer lines, or in JSON
 * over several lines, is left to whoever can read the stream again.
 */
final class LogScan {
  static final int CAPACITY = 8 << 20;

  /** How much text around a sentence tells how it is written. */
  private static final int AROUND = 16 << 10;

  /** How much of a line is read for its time. */
  private static final int LINE_START = 4096;

  /** Texts without an anchor are looked for in pieces of this size. */
  private static final int PIECE = 64 << 10;

  private final List<Needle> needles;
  private final Consumer<Hit> out;
  private final Consumer<Hit> unplaced;
  private final int reach;
  private final byte[] buffer;

  private long base;
  private int limit;
  private boolean startsLine = true;
  private long lines = 1;
  private int counted;
  private boolean json;
  private boolean ended;

  /**
   * @param out gets hits that need no further look
   * @param unplaced gets hits in JSON whose string was not seen whole
   */
  LogScan(List<Needle> needles, Consumer<Hit> out, Consumer<Hit> unplaced) {
    this(needles, out, unplaced, CAPACITY);
  }

  LogScan(List<Needle> needles, Consumer<Hit> out, Consumer<Hit> unplaced, int capacity) {
    this.needles = needles;
    this.out = out;
    this.unplaced = unplaced;
    reach = needles.stream().mapToInt(Needle::reach).max().orElse(0);
    buffer = new byte[Math.max(capacity, 8 * reach)];
  }

  /** The bytes that were read. */
  long bytes() {
    return base + limit;
  }

  /**
   * Reads to the end.
   *
   * @throws IOException if the stream breaks off; what came before was looked at
   */
  void run(InputStream in) throws IOException {
    int searched = 0;
    IOException broken = null;
    for (boolean end = false; !end; ) {
      try {
        end = fill(in);
      } catch (IOException e) {
        broken = e;
        end = true;
      }
      if (base == 0 && searched == 0) {
        json = looksLikeJson();
      }
      ended = end;
      int lastFeed = Lines.last(buffer, searched, limit);
      boolean longLine = !end && lastFeed < 0;
      int stop = end ? limit : longLine ? limit - reach : lastFeed + 1;
      search(searched, stop);
      int keep = longLine ? Math.max(0, stop - reach) : stop;
      compact(keep, !longLine);
      searched = stop - keep;
    }
    if (broken != null) {
      throw broken;
    }
  }

  /** Whether this is the end. What came before a fault is kept. */
  private boolean fill(InputStream in) throws IOException {
    while (limit < buffer.length) {
      int got = in.read(buffer, limit, buffer.length - limit);
      if (got < 0) {
        return true;
      }
      limit += got;
    }
    return false;
  }

  private boolean looksLikeJson() {
    int at = 0;
    while (at < limit && (buffer[at] <= ' ' || (buffer[at] & 0xff) >= 0x80) && at < 64) {
      at++;
    }
    return at < limit && (buffer[at] == '{' || buffer[at] == '[');
  }

  private void compact(int keep, boolean atLineStart) {
    lines += Lines.count(buffer, counted, keep);
    startsLine = keep == 0 ? startsLine : atLineStart;
    System.arraycopy(buffer, keep, buffer, 0, limit - keep);
    base += keep;
    limit -= keep;
    counted = 0;
  }

  /** Hits whose anchor begins in {@code [from, to)}, in the order of their bytes. */
  private void search(int from, int to) {
    List<Hit> hits = new ArrayList<>();
    for (Needle needle : needles) {
      if (needle.hasAnchor()) {
        anchored(needle, from, to, hits);
      } else {
        everywhere(needle, from, to, hits);
      }
    }
    if (needles.size() > 1) {
      hits.sort(Comparator.comparingLong(hit -> hit.start));
    }
    place(hits);
  }

  private void anchored(Needle needle, int from, int to, List<Hit> hits) {
    long free = 0;
    // An anchor that begins in the region may end behind it.
    int within = Math.min(limit, to + needle.reach());
    for (int at = needle.next(buffer, from, within);
        at >= 0 && at < to;
        at = needle.next(buffer, at + 1, within)) {
      int start = Math.max(0, at - needle.reach());
      Escaped text = Escaped.of(buffer, start, Math.min(limit, at + needle.reach()));
      for (Sentence sentence : needle.sentences().in(text.text())) {
        int first = text.offsets()[sentence.start()];
        boolean here = first <= at && text.offsets()[sentence.end()] > at;
        if (here && base + first >= free) {
          hits.add(hit(needle, first, text, sentence));
          free = base + text.offsets()[sentence.end()];
        }
      }
    }
  }

  private void everywhere(Needle needle, int from, int to, List<Hit> hits) {
    for (int piece = from; piece < to; piece += PIECE) {
      int end = Math.min(to, piece + PIECE);
      int start = Math.max(0, piece - needle.reach());
      Escaped text = Escaped.of(buffer, start, Math.min(limit, end + needle.reach()));
      for (Sentence sentence : needle.sentences().in(text.text())) {
        int first = text.offsets()[sentence.start()];
        if (first >= piece && first < end) {
          hits.add(hit(needle, first, text, sentence));
        }
      }
    }
  }

  private Hit hit(Needle needle, int first, Escaped text, Sentence sentence) {
    return new Hit(needle, base + first, text.text(), sentence);
  }

  private void place(List<Hit> hits) {
    int index = 0;
    while (index < hits.size()) {
      int at = (int) (hits.get(index).start - base);
      int feed = Lines.last(buffer, 0, at);
      int end = at;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      long line = lineOf(at);
      List<Hit> same = new ArrayList<>();
      while (index < hits.size() && hits.get(index).start < base + Math.max(end, at + 1)) {
        Hit hit = hits.get(index++);
        hit.line = line;
        same.add(hit);
      }
      boolean whole = (feed >= 0 || startsLine) && (end < limit || ended);
      line(same, feed + 1, end, whole);
    }
  }

  private long lineOf(int at) {
    lines += Lines.count(buffer, counted, at);
    counted = at;
    return lines;
  }

  /** Takes more of the text around a hit, which nobody else has read. */
  private void widen(Hit hit) {
    int at = (int) (hit.start - base);
    int start = Math.max(0, at - AROUND);
    Escaped text = Escaped.of(buffer, start, Math.min(limit, at + AROUND));
    for (Sentence sentence : hit.needle.sentences().in(text.text())) {
      if (text.offsets()[sentence.start()] == at) {
        hit.around = text.text();
        hit.sentence = sentence;
        return;
      }
    }
  }

  private void line(List<Hit> hits, int start, int end, boolean whole) {
    int placed = 0;
    if (whole && isJson(start, end)) {
      placed =
          JsonPlaces.complete(
              new ByteArrayInputStream(buffer, start, end - start), hits, base + start);
    }
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (i < placed) {
        out.accept(hit);
        continue;
      }
      widen(hit);
      if (json) {
        unplaced.accept(hit);
      } else {
        time(hit, start, whole);
        out.accept(hit);
      }
    }
  }

  private boolean isJson(int start, int end) {
    int at = start;
    while (at < end && buffer[at] <= ' ' && buffer[at] >= 0) {
      at++;
    }
    return at < end && (buffer[at] == '{' || buffer[at] == '[');
  }

  /** A log of plain text has the time before what it logs. */
  private void time(Hit hit, int start, boolean whole) {
    int at = (int) (hit.start - base);
    if (whole) {
      int end = Math.min(at, start + LINE_START);
      Optional<Instant> time = Times.in(Escaped.of(buffer, start, end).text());
      hit.time = time.orElse(null);
    }
  }
}
