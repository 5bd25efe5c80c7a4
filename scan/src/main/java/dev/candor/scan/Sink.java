package dev.candor.scan;

import dev.candor.core.UnreadableTable;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes what the scans of many modules find at the same time. */
final class Sink {
  private final Queue<Recovered> recovered = new ConcurrentLinkedQueue<>();
  private final Queue<UnreadableTable> unreadable = new ConcurrentLinkedQueue<>();
  private final Queue<String> notSeen = new ConcurrentLinkedQueue<>();

  void recovered(Recovered found) {
    recovered.add(found);
  }

  void unreadable(UnreadableTable found) {
    unreadable.add(found);
  }

  void notSeen(String reason) {
    notSeen.add(reason);
  }

  Queue<Recovered> recovered() {
    return recovered;
  }

  Queue<UnreadableTable> unreadable() {
    return unreadable;
  }

  Queue<String> notSeen() {
    return notSeen;
  }
}
