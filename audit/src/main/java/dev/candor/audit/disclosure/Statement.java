package dev.candor.audit.disclosure;

import dev.candor.lab.environment.Environment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One declaration: these facts go there, stand there, in this manner.
 *
 * @param facts names of factors, or {@code *}
 * @param to destinations: hosts, {@code *.example.com}, {@code the endpoint}, {@code *}
 * @param request method and path; empty for any request that goes there
 * @param place where in it
 * @param as in which manners
 * @param purpose what it is for, in the vendor's words
 * @param documentation where the vendor says so publicly
 */
public record Statement(
    List<String> facts,
    List<String> to,
    Optional<String> request,
    List<String> place,
    List<Manner> as,
    String purpose,
    Optional<String> documentation) {
  /** Stands for any fact. */
  static final String ALL = "*";

  /**
   * @throws IllegalArgumentException if a destination, request or place is none, or a place within
   *     a request is named without the request
   */
  public Statement {
    facts = List.copyOf(facts);
    to = List.copyOf(to);
    place = List.copyOf(place);
    as = List.copyOf(as);
    if (facts.isEmpty() || to.isEmpty() || place.isEmpty() || as.isEmpty()) {
      throw new IllegalArgumentException("names no fact, destination, place or manner");
    }
    to.forEach(HostPattern::new);
    request.ifPresent(RequestPattern::of);
    place.forEach(PlacePattern::of);
    if (request.isEmpty() && place.contains(PlacePattern.ANYWHERE)) {
      throw new IllegalArgumentException(
          "says anywhere, which is within a request, and names none; write the request, or"
              + " place: \"*\" for any");
    }
  }

  /** What it leaves open by a {@code *}, in words; empty where nothing. */
  public Optional<String> reach() {
    List<String> open = new ArrayList<>();
    boolean anyPlace = place.contains(PlacePattern.ALL);
    boolean anyHost = to.contains(HostPattern.ALL);
    boolean anyFact = facts.contains(ALL);
    boolean anyManner = as.contains(Manner.ANY);
    if (anyFact && anyHost && anyPlace && anyManner && request.isEmpty()) {
      return Optional.of("covers anything that is sent to anybody");
    }
    if (anyFact) {
      open.add("any fact");
    }
    if (anyHost) {
      open.add("any destination");
    }
    if (anyPlace) {
      open.add("any place");
    }
    if (anyManner) {
      open.add("any manner");
    }
    return open.isEmpty() ? Optional.empty() : Optional.of("covers " + String.join(", ", open));
  }

  /** Factors that it names and that this Candor does not vary. */
  List<String> unknown() {
    return facts.stream()
        .filter(fact -> !fact.equals(ALL) && !fact.startsWith(Environment.VARIABLE))
        .filter(fact -> Environment.factor(fact).isEmpty() && !FURTHER.contains(fact))
        .toList();
  }

  /** What receipts look for and no factor is called. */
  private static final Set<String> FURTHER = Set.of("home", "variable-name");

  /** As {@code timezone, locale to api.example.com, POST /v1/log, /device/zone (plain)}. */
  public String words() {
    return "%s to %s%s, %s (%s)"
        .formatted(
            String.join(", ", facts),
            String.join(" or ", to),
            request.map(one -> ", " + one).orElse(""),
            String.join(" or ", place),
            String.join(", ", EnumSet.copyOf(as).stream().map(Manner::word).toList()));
  }
}
