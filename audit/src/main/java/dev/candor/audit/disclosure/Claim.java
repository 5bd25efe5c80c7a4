package dev.candor.audit.disclosure;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement, ready to be compared with many sendings. */
record Claim(
    List<String> facts,
    List<HostPattern> to,
    Optional<RequestPattern> request,
    List<PlacePattern> place,
    Set<Manner> as,
    boolean toAnybody) {
  static Claim of(Statement statement) {
    return new Claim(
        statement.facts(),
        statement.to().stream().map(HostPattern::new).toList(),
        statement.request().map(RequestPattern::of),
        statement.place().stream().map(PlacePattern::of).toList(),
        Set.copyOf(statement.as()),
        statement.to().contains(HostPattern.ALL));
  }

  /**
   * Whether it declares that: fact, destination, request, place and manner all fit. Where the
   * report does not say to whom a request went, only a statement that names the request does.
   */
  boolean covers(Sending sending, Set<Manner> manners) {
    return facts.stream().anyMatch(fact -> isFor(fact, sending.fact()))
        && (as.contains(Manner.ANY) || as.stream().anyMatch(manners::contains))
        && place.stream().anyMatch(one -> one.matches(sending.spot()))
        && request.map(one -> one.matches(sending.request())).orElse(true)
        && sending
            .destination()
            .map(host -> to.stream().anyMatch(one -> one.matches(host)))
            .orElse(request.isPresent() || toAnybody);
  }

  /** Who declares a factor declares its aspects: the time zone however it is set, say. */
  private static boolean isFor(String declared, String fact) {
    return declared.equals(Statement.ALL)
        || declared.equals(fact)
        || Environment.factor(fact)
            .flatMap(Factor::aspectOf)
            .filter(whole -> whole.equals(declared))
            .isPresent();
  }
}
