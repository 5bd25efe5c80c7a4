package dev.candor.audit.disclosure;

import dev.candor.audit.Fingerprint;
import dev.candor.audit.SignalWords;
import dev.candor.audit.Steps;
import dev.candor.audit.compare.Place;
import dev.candor.audit.compare.Told;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Form;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.Explained;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Something that an audit showed and a vendor may have declared.
 *
 * @param kind a signal, or a fact that was seen plainly
 * @param id the fingerprint
 * @param words what it is, in a line
 * @param unnoticed whether a reader of the traffic would not notice it
 * @param sendings all of which must be declared
 * @param manners of which one must be
 */
record Disclosable(
    Covered.Kind kind,
    String id,
    String words,
    boolean unnoticed,
    Set<Sending> sendings,
    Set<Manner> manners) {
  private static final String THERE = "there";

  /** In all; the largest real audits have some hundred. What is beyond is declared by nobody. */
  private static final int MOST_SENDINGS = 100_000;

  private static final Sending BEYOND =
      new Sending(
          "more than is compared",
          Optional.empty(),
          "further requests",
          Spot.of("further places", false));

  private record Legible(String fact, String request, Spot spot, Manner manner) {}

  /** Signals first, in the order of the report; then facts. */
  static List<Disclosable> all(Observed observed) {
    Making making = new Making(observed);
    List<Disclosable> all = new ArrayList<>();
    observed.signals().stream().map(Confirmed::signal).map(making::signal).forEach(all::add);
    List<Told> told = Told.of(observed);
    told.stream().map(making::told).forEach(all::add);
    all.addAll(making.explained(told));
    return all;
  }

  /** From what a report holds. */
  private static final class Making {
    private final Observed observed;
    private final Map<String, SortedSet<String>> destinations = new HashMap<>();
    private int sendings;

    Making(Observed observed) {
      this.observed = observed;
    }

    Disclosable signal(Signal signal) {
      Set<Sending> sendings = new LinkedHashSet<>();
      Stream.concat(Stream.of(signal.carrier()), signal.also().stream())
          .forEach(place ->
              signal.all().forEach(factor -> add(sendings, factor, place.request(), spot(place))));
      return new Disclosable(
          Covered.Kind.SIGNAL,
          Fingerprint.of(signal),
          SignalWords.of(signal) + " (" + SignalWords.where(signal.carrier()) + ")",
          signal.form().isUnnoticed(),
          sendings,
          manners(signal));
    }

    Disclosable told(Told told) {
      Place place = told.place();
      String only = told.only().map(value -> ", seen with " + value + " only").orElse("");
      return fact(
          Set.of(
              new Sending(
                  fact(told.fact()),
                  Optional.of(place.destination()),
                  place.request(),
                  Spot.of(place.where(), observed.asksModel(place.request())))),
          List.of(told.fact(), place.destination(), place.request(), place.where()),
          place.rendering(),
          only,
          manner(place.rendering()));
    }

    /**
     * What follows from a fact, or is too short to be looked for; a place that is told has said so.
     */
    List<Disclosable> explained(List<Told> told) {
      Map<List<String>, List<Spot>> known = new HashMap<>();
      for (Told one : told) {
        known
            .computeIfAbsent(
                List.of(fact(one.fact()), one.place().request()), _ -> new ArrayList<>())
            .add(Spot.of(one.place().where(), observed.asksModel(one.place().request())));
      }
      Map<Legible, Explained> all = new LinkedHashMap<>();
      for (Explained one : observed.explained()) {
        String request = shape(one.carrier().request());
        Spot spot = spot(one.carrier());
        List<Spot> spots = known.getOrDefault(List.of(fact(one.factor()), request), List.of());
        if (!isOwnName(one.factor(), spot)
            && spots.stream().noneMatch(other -> isWithin(spot, other))) {
          Manner manner = one.form() == Form.LOCALISED ? Manner.LOCALISED : Manner.PLAIN;
          all.putIfAbsent(new Legible(one.factor(), request, spot.varying(), manner), one);
        }
      }
      List<Disclosable> made = new ArrayList<>();
      all.forEach((key, one) -> {
        Set<Sending> sendings = new LinkedHashSet<>();
        add(sendings, key.fact(), key.request(), key.spot());
        made.add(
            fact(
                sendings,
                List.of(
                    key.fact(),
                    String.join(" or ", destinations.getOrDefault(key.request(), new TreeSet<>())),
                    key.request(),
                    key.spot().words()),
                one.rendering().equals("value") ? "plain" : one.rendering(),
                "",
                EnumSet.of(key.manner())));
      });
      return made;
    }

    /** Who is called is told its own name by that. */
    private static boolean isOwnName(String factor, Spot spot) {
      return factor.equals("endpoint")
          && (spot.kind().equals("host") || spot.kind().equals("header host"));
    }

    private static boolean isWithin(Spot spot, Spot other) {
      return other.kind().equals(spot.kind())
          && spot.pointer().size() >= other.pointer().size()
          && new Steps(other.pointer()).matches(spot.pointer().subList(0, other.pointer().size()));
    }

    private Spot spot(Carrier carrier) {
      return Spot.of(carrier.where(), observed.asksModel(carrier.request()));
    }

    private void add(Set<Sending> into, String factor, String request, Spot spot) {
      String shape = shape(request);
      Set<String> hosts = destinations.computeIfAbsent(shape, observed::destinations);
      sendings += Math.max(1, hosts.size());
      if (sendings > MOST_SENDINGS) {
        into.add(BEYOND);
        return;
      }
      if (hosts.isEmpty()) {
        into.add(new Sending(fact(factor), Optional.empty(), shape, spot));
      }
      hosts.forEach(host -> into.add(new Sending(fact(factor), Optional.of(host), shape, spot)));
    }
  }

  /**
   * @param parts fact, destination, request and place
   */
  private static Disclosable fact(
      Set<Sending> sendings,
      List<String> parts,
      String rendering,
      String only,
      Set<Manner> manners) {
    List<String> whole = new ArrayList<>(parts);
    whole.add(rendering);
    return new Disclosable(
        Covered.Kind.FACT,
        Fingerprint.ofFact(whole),
        "%s goes to %s (%s, %s), %s%s"
            .formatted(
                parts.get(0),
                parts.get(1).isEmpty()
                    ? "a destination that the report does not name"
                    : parts.get(1),
                parts.get(2),
                parts.get(3),
                rendering,
                only),
        false,
        sendings,
        manners);
  }

  private static Set<Manner> manners(Signal signal) {
    return switch (signal.form()) {
      case PLAIN -> EnumSet.of(Manner.PLAIN);
      case LOCALISED -> EnumSet.of(Manner.LOCALISED);
      case FORMAT -> EnumSet.of(Manner.FORMAT);
      case LOOKALIKE -> EnumSet.of(Manner.LOOKALIKE);
      case INVISIBLE -> EnumSet.of(Manner.INVISIBLE);
      case ORDER -> EnumSet.of(Manner.ORDER);
      case NUMERIC -> EnumSet.of(Manner.NUMERIC);
      case WORDING -> EnumSet.of(Manner.WORDING);
      case OPAQUE -> EnumSet.of(Manner.OPAQUE, Manner.HASH);
      case PRESENCE ->
          signal.codebook().stream().anyMatch(entry -> entry.symbol().equals(THERE))
              ? EnumSet.of(Manner.PRESENCE)
              : EnumSet.of(Manner.PRESENCE, Manner.CLASS);
    };
  }

  /** Of a rendering as places have it. */
  private static Set<Manner> manner(String rendering) {
    return switch (rendering) {
      case "plain" -> EnumSet.of(Manner.PLAIN);
      case "hex", "base64" -> EnumSet.of(Manner.ENCODED);
      case "md5", "sha1", "sha256", "sha512" -> EnumSet.of(Manner.HASH);
      default -> Set.of();
    };
  }

  /** Variables have names of their own. */
  private static String fact(String name) {
    if (name.equals("variable name")) {
      return "variable-name";
    }
    return name.startsWith("variable ")
        ? Environment.VARIABLE + name.substring("variable ".length())
        : name;
  }

  private static String shape(String request) {
    return Place.shape(request.replaceFirst(" #[0-9]+$", ""));
  }
}
