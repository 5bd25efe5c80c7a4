package dev.candor.campaign.simulate;

import java.util.Arrays;

/** Exchanges of a part of a day, kept as they come and given back in the order of time. */
final class Slice implements Sink {
  private static final int INTS = 10;
  private static final int LONGS = 6;
  private static final int SOME = 1 << 12;
  private static final int INDEX_BITS = 32;

  private static final Capability[] CAPABILITIES = Capability.values();

  private final int from;
  private final int to;
  private final int[] opened;
  private int size;
  private int[] ints = new int[SOME * INTS];
  private long[] longs = new long[SOME * LONGS];

  /**
   * @param from milliseconds of the day
   * @param to the first that are no longer of this part
   * @param opened when accounts are opened on this day, in its milliseconds; 0 for earlier
   */
  Slice(int from, int to, int[] opened) {
    this.from = from;
    this.to = to;
    this.opened = opened;
  }

  @Override
  public void put(Row row) {
    int time = row.time;
    int earliest = opened[row.account];
    if (time < earliest) {
      // The day on which an account is opened begins with it.
      time = earliest + (int) ((long) time * (Calendar.DAY - earliest) / Calendar.DAY);
    }
    if (time < from || time >= to) {
      return;
    }
    if ((size + 1) * INTS > ints.length) {
      ints = Arrays.copyOf(ints, 2 * ints.length);
      longs = Arrays.copyOf(longs, 2 * longs.length);
    }
    int i = size * INTS;
    ints[i] = row.account;
    ints[i + 1] = time;
    ints[i + 2] = row.model;
    ints[i + 3] = row.client;
    ints[i + 4] = row.network;
    ints[i + 5] = row.country;
    ints[i + 6] = row.tokensIn;
    ints[i + 7] = row.tokensOut;
    ints[i + 8] = row.toolCalls;
    ints[i + 9] = place(row.capability);
    int j = size * LONGS;
    longs[j] = row.address;
    longs[j + 1] = row.device;
    longs[j + 2] = row.payment;
    longs[j + 3] = row.session;
    longs[j + 4] = row.sketch;
    longs[j + 5] = row.systemSketch;
    size++;
  }

  private static int place(Capability capability) {
    return Arrays.asList(CAPABILITIES).indexOf(capability);
  }

  /**
   * Gives all rows to the sink, by time; those of one millisecond in an order that says nothing.
   */
  void sorted(Sink sink) {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) ints[i * INTS + 1] << INDEX_BITS | i;
    }
    Arrays.sort(order);
    Row row = new Row();
    for (long one : order) {
      read((int) one, row);
      sink.put(row);
    }
  }

  private void read(int number, Row row) {
    int i = number * INTS;
    row.account = ints[i];
    row.time = ints[i + 1];
    row.model = ints[i + 2];
    row.client = ints[i + 3];
    row.network = ints[i + 4];
    row.country = ints[i + 5];
    row.tokensIn = ints[i + 6];
    row.tokensOut = ints[i + 7];
    row.toolCalls = ints[i + 8];
    row.capability = CAPABILITIES[ints[i + 9]];
    int j = number * LONGS;
    row.address = longs[j];
    row.device = longs[j + 1];
    row.payment = longs[j + 2];
    row.session = longs[j + 3];
    row.sketch = longs[j + 4];
    row.systemSketch = longs[j + 5];
  }
}
