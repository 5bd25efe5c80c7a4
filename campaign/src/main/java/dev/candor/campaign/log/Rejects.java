package dev.candor.campaign.log;

import dev.candor.text.CsvCell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The rows that were left out: all are counted, the first ones kept. */
public final class Rejects {
  /** How many are kept with their places. */
  public static final int MOST_KEPT = 100_000;

  private final List<Reject> kept = new ArrayList<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private long count;

  /** Counts one, and keeps it if there is room. */
  public void add(Reject reject) {
    count(reject.reason(), 1);
    keep(reject);
  }

  /**
   * Adds those of another reading.
   *
   * @param named gives a file the name that the user knows
   */
  public void addAll(Rejects others, UnaryOperator<String> named) {
    others.reasons.forEach(this::count);
    for (Reject one : others.kept) {
      keep(new Reject(named.apply(one.file()), one.row(), one.reason()));
    }
  }

  /** Counts some that are not kept. */
  public void count(String reason, long rows) {
    count += rows;
    reasons.merge(reason, rows, Long::sum);
  }

  /** Keeps one that is counted already, if there is room. */
  public void keep(Reject reject) {
    if (kept.size() < MOST_KEPT) {
      kept.add(reject);
    }
  }

  /** How many more are kept. */
  public int room() {
    return MOST_KEPT - kept.size();
  }

  /** How many rows were left out. */
  public long count() {
    return count;
  }

  /** How many for which reason. */
  public SortedMap<String, Long> reasons() {
    return Collections.unmodifiableSortedMap(reasons);
  }

  /** How many there are and why, in words; nothing if there are none. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (count > 0) {
      lines.add("Rows left out: " + count);
      reasons.forEach((reason, rows) -> lines.add("  " + rows + "  " + reason));
    }
    return lines;
  }

  /** The first {@link #MOST_KEPT} of them, file by file. */
  public List<Reject> kept() {
    return Collections.unmodifiableList(kept);
  }

  /**
   * Writes those that are kept as CSV: {@code file,row,reason}.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  public void write(OutputStream out) {
    try {
      out.write("file,row,reason\n".getBytes(StandardCharsets.UTF_8));
      for (Reject one : kept) {
        String line =
            CsvCell.of(one.file()) + "," + one.row() + "," + CsvCell.of(one.reason()) + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
