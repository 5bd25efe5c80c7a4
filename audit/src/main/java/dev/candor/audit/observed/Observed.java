package dev.candor.audit.observed;

import dev.candor.audit.compare.Place;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.inference.Explained;
import dev.candor.lab.inference.Noise;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.install.Installation;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an experiment with a tool showed.
 *
 * @param tool its name
 * @param installation what ran, to the digest
 * @param command what was called, as a person would write it
 * @param asked how much might be tried, and of what
 * @param seed of all that was drawn
 * @param ending how the experiment ended
 * @param trials by number
 * @param signals what depends on the environment, unexplained, and was seen again in fresh trials
 * @param unconfirmed what seemed to, and was not seen again, or too seldom
 * @param explained where values of the environment can be read
 * @param noise what varies by itself
 * @param modelRequests by which models were asked, as {@code POST /v1/messages}
 * @param sentTo the destinations, as receipts name them, of each request, as carriers name them
 *     without a number; empty where a report of an earlier Candor does not say
 * @param receipt which facts of the environment went where
 * @param unreadable bodies in which nobody can look for facts
 * @param doubts why the experiment does not show what the tool does; empty where it does
 * @param notSeen what may have been there and was not seen
 * @param notes how the tool was obtained and run, one sentence each
 */
public record Observed(
    String tool,
    Installation installation,
    List<String> command,
    Asked asked,
    long seed,
    Finished.Ending ending,
    List<ObservedTrial> trials,
    List<Confirmed> signals,
    List<Signal> unconfirmed,
    List<Explained> explained,
    List<Noise> noise,
    Set<String> modelRequests,
    SortedMap<String, SortedSet<String>> sentTo,
    Receipt receipt,
    List<Unreadable> unreadable,
    List<String> doubts,
    List<String> notSeen,
    List<String> notes) {
  /** The destination in receipts of what the tool was told to ask, whatever its name in a trial. */
  public static final String ENDPOINT = "the endpoint";

  public Observed {
    command = List.copyOf(command);
    trials = List.copyOf(trials);
    signals = List.copyOf(signals);
    unconfirmed = List.copyOf(unconfirmed);
    explained = List.copyOf(explained);
    noise = List.copyOf(noise);
    modelRequests = Collections.unmodifiableSet(new TreeSet<>(modelRequests));
    sentTo = Collections.unmodifiableSortedMap(new TreeMap<>(sentTo));
    unreadable = List.copyOf(unreadable);
    doubts = List.copyOf(doubts);
    notSeen = List.copyOf(notSeen);
    notes = List.copyOf(notes);
  }

  /**
   * Whether a request asks a model.
   *
   * @param request as carriers and receipts name it
   */
  public boolean asksModel(String request) {
    return modelRequests.contains(request.replaceFirst(" #[0-9]+$", ""));
  }

  /**
   * To whom a request went, as far as the report says.
   *
   * @param request method and the shape of a path
   */
  public SortedSet<String> destinations(String request) {
    SortedSet<String> hosts = new TreeSet<>();
    sentTo.forEach((sent, to) -> {
      if (Place.shape(sent).equals(request)) {
        hosts.addAll(to);
      }
    });
    if (hosts.isEmpty()) {
      receipt.entries().stream()
          .filter(entry -> Place.shape(entry.request()).equals(request))
          .forEach(entry -> hosts.add(entry.destination()));
      unreadable.stream()
          .filter(body -> Place.shape(body.request()).equals(request))
          .forEach(body -> hosts.add(body.destination()));
    }
    return hosts;
  }

  /** The destination in receipts of what went to a host in an environment. */
  static String destination(Environment environment, String host) {
    return environment.levels().getOrDefault("endpoint", "").contains(host) ? ENDPOINT : host;
  }

  /** The same without some signals. */
  public Observed without(Predicate<Confirmed> some) {
    return new Observed(
        tool,
        installation,
        command,
        asked,
        seed,
        ending,
        trials,
        signals.stream().filter(some.negate()).toList(),
        unconfirmed,
        explained,
        noise,
        modelRequests,
        sentTo,
        receipt,
        unreadable,
        doubts,
        notSeen,
        notes);
  }

  /** How many different ones were tried. */
  public int environments() {
    return (int) trials.stream().map(ObservedTrial::levels).distinct().count();
  }

  /**
   * Whether fresh trials could show it again: of those that had its place, some differed in what it
   * depends on.
   */
  public boolean wasTriedAgain(Signal signal) {
    return fresh(signal).map(trial -> levels(signal, trial)).distinct().limit(2).count() > 1;
  }

  /** Whether no fresh trial had its place. */
  public boolean wasGone(Signal signal) {
    return fresh(signal).findAny().isEmpty();
  }

  private Stream<ObservedTrial> fresh(Signal signal) {
    return trials.stream()
        .filter(ObservedTrial::isFresh)
        .filter(trial -> signal.symbols().containsKey(trial.number()));
  }

  private static List<String> levels(Signal signal, ObservedTrial trial) {
    return List.copyOf(trial.of(signal.factors()).values());
  }
}
