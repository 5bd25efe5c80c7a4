package dev.candor.lab.names;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one trial asked its resolver, within bounds. A name can carry what a tool knows of its
 * machine, and so can all else that a packet has room for. Safe for use by many threads.
 */
public final class Lookups {
  private static final int MOST_NAMES = 20_000;
  private static final int MOST_PACKETS = 1_000;
  private static final int MOST_PACKET_BYTES = 1 << 20;

  private final Map<Key, Lookup> lookups = new LinkedHashMap<>();
  private final List<byte[]> packets = new ArrayList<>();
  private int packetBytes;
  private int leftOut;

  private record Key(String name, String type) {}

  /** In the order in which they were first asked for. */
  public synchronized List<Lookup> all() {
    return List.copyOf(lookups.values());
  }

  /**
   * Packets that were no question, or held more than one needs: options, records, bytes behind the
   * end. As they came, not to be changed.
   */
  public synchronized List<byte[]> packets() {
    return List.copyOf(packets);
  }

  /** How many names and packets the bounds left out. */
  public synchronized int leftOut() {
    return leftOut;
  }

  synchronized void add(String name, String type, Instant now) {
    Key key = new Key(name, type);
    Lookup before = lookups.get(key);
    if (before != null) {
      lookups.put(key, new Lookup(name, type, before.first(), before.times() + 1));
    } else if (lookups.size() < MOST_NAMES) {
      lookups.put(key, new Lookup(name, type, now, 1));
    } else {
      leftOut++;
    }
  }

  synchronized void add(byte[] packet) {
    if (packets.size() < MOST_PACKETS && packetBytes + packet.length <= MOST_PACKET_BYTES) {
      packets.add(packet);
      packetBytes += packet.length;
    } else {
      leftOut++;
    }
  }
}
