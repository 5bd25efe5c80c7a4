package dev.candor.fleet.collect;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an inventory and of those that had waited.
 *
 * @param sent how many the service has now
 * @param waiting how many are kept to be sent next time
 * @param refused how many the service does not want; they are given up
 * @param why the last reason for which one was not taken
 */
public record Delivery(int sent, int waiting, int refused, Optional<String> why) {
  /** What it comes to. */
  public enum Outcome {
    /** All is there. */
    SENT,
    /** Some is kept to be sent next time. */
    WAITING,
    /** Something will never be there. */
    LOST
  }

  /** Sends an inventory once, and keeps nothing of it. */
  public static Delivery of(Sender sender, byte[] document) throws InterruptedException {
    Sending sending = sender.send(document);
    boolean sent = sending instanceof Sending.Acknowledged;
    return new Delivery(sent ? 1 : 0, 0, sent ? 0 : 1, sending.reason());
  }

  /**
   * Keeps it first, then sends all that waits, the oldest first, until one does not get through.
   */
  public static Delivery of(Sender sender, Spool spool, byte[] document, Instant taken)
      throws InterruptedException {
    int lost = spool.keep(document, taken);
    int sent = 0;
    List<String> reasons = new ArrayList<>();
    if (lost > 0) {
      reasons.add("more than %d were waiting".formatted(Spool.MOST));
    }
    for (Path file : spool.waiting()) {
      Sending sending = sender.send(spool.document(file));
      sending.reason().ifPresent(reasons::add);
      if (sending instanceof Sending.Failed) {
        break;
      }
      spool.done(file);
      sent += sending instanceof Sending.Acknowledged ? 1 : 0;
      lost += sending instanceof Sending.Refused ? 1 : 0;
    }
    return new Delivery(
        sent,
        spool.waiting().size(),
        lost,
        reasons.isEmpty() ? Optional.empty() : Optional.of(reasons.getLast()));
  }

  public Outcome outcome() {
    return refused > 0 ? Outcome.LOST : waiting > 0 ? Outcome.WAITING : Outcome.SENT;
  }
}
