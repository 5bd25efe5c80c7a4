package dev.candor.lab.inference;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.receipt.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a trial's environment explains in a text: values of levels in plain renderings, and what
 * {@link Calendar} knows of day, clock, offset and locale. What is explained is replaced by a
 * placeholder, so that texts which differ in nothing else become equal.
 */
final class Facts {
  /** Noncharacters, which are for use within a program (Unicode standard, 23.7). */
  static final String OPEN = "\uFDD0";

  static final String CLOSE = "\uFDD1";

  /** Groups: the factor, and the rendering of it. */
  static final Pattern PLACEHOLDER =
      Pattern.compile(OPEN + "([^|]*)\\|([^" + CLOSE + "]*)" + CLOSE);

  /** Beyond, texts are not looked at value by value. */
  private static final int LONGEST = 20_000;

  private static final Set<String> PLAIN =
      Set.of("plain", "plain, other case", "percent", "JSON escapes");

  private final List<Known> known;
  private final Calendar calendar;
  private final String endpoint;

  /**
   * A text that is explained.
   *
   * @param apart only where no letter or digit touches it
   */
  record Known(String text, String factor, String rendering, boolean apart) {}

  /** A place of a text and what it becomes. */
  record Place(int from, int to, String placeholder) {}

  private Facts(List<Known> known, Calendar calendar, String endpoint) {
    this.known = known;
    this.calendar = calendar;
    this.endpoint = endpoint;
  }

  /**
   * @param from when the trial's first request began
   * @param to when its last one did
   * @param read what environments were found to hold, of this experiment
   */
  static Facts of(
      Environment environment, Instant from, Instant to, Map<Environment, List<Known>> read) {
    Map<String, Known> all = new LinkedHashMap<>();
    read.computeIfAbsent(environment, Facts::ofLevels).forEach(k -> all.put(k.text(), k));
    Calendar calendar = Calendar.of(environment, from, to);
    calendar.known().forEach(k -> all.putIfAbsent(k.text(), k));
    return new Facts(
        List.copyOf(all.values()),
        calendar,
        host(environment.levels().getOrDefault("endpoint", "")));
  }

  private static List<Known> ofLevels(Environment environment) {
    Map<String, Known> all = new LinkedHashMap<>();
    environment
        .levels()
        .forEach((factor, level) -> {
          if (!level.equals(Factor.NONE)) {
            values(level).forEach(value -> renderings(value, factor, all));
          }
        });
    environment.scene().facts().forEach(fact -> renderings(fact.value(), fact.factor(), all));
    return List.copyOf(all.values());
  }

  static String placeholder(String factor, String rendering) {
    return OPEN + factor + "|" + rendering + CLOSE;
  }

  /** For people: {@code {hostname}}. */
  static String shown(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("{$1}");
  }

  boolean isEndpoint(String host) {
    return host.equalsIgnoreCase(endpoint);
  }

  private static String host(String level) {
    return authority(level).replaceFirst(":.*", "");
  }

  /** With the port, as headers have it. */
  private static String authority(String level) {
    return level.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
  }

  private static List<String> values(String level) {
    return List.of(level, authority(level), host(level), level.replaceFirst("[.@].*", ""));
  }

  private static void renderings(String value, String factor, Map<String, Known> into) {
    if (value.length() < 2) {
      return;
    }
    boolean isShort = value.length() < 6;
    for (Rendering rendering : Rendering.of(value)) {
      if (PLAIN.contains(rendering.name())) {
        into.putIfAbsent(
            rendering.text(), new Known(rendering.text(), factor, rendering.name(), isShort));
      }
    }
    // As folders and identifiers are named after paths and hosts.
    for (char to : new char[] {'-', '_'}) {
      String other = value.replaceAll("[^A-Za-z0-9]", Character.toString(to));
      into.putIfAbsent(other, new Known(other, factor, "plain, other signs", isShort));
    }
  }

  /**
   * The text with what is explained replaced, where it lies in a place that varies between trials.
   *
   * @param varies ranges of the text, ascending
   * @param localised whether days count in the locale's own form only, whatever their signs
   */
  String explained(String text, List<int[]> varies, boolean localised) {
    if (varies.isEmpty() || text.length() > LONGEST) {
      return text;
    }
    List<Place> places = new ArrayList<>();
    for (Known k : known) {
      for (int at = text.indexOf(k.text()); at >= 0; at = text.indexOf(k.text(), at + 1)) {
        int to = at + k.text().length();
        if (!k.apart() || isApart(text, at, to)) {
          add(new Place(at, to, placeholder(k.factor(), "value")), varies, places);
        }
      }
    }
    List<Place> days = new ArrayList<>();
    calendar.places(text, localised).forEach(place -> add(place, varies, days));
    // A day in words may hold a zone's name, a user's name may hold a number: the longer wins.
    places.addAll(days);
    return replaced(text, places);
  }

  private static boolean isApart(String text, int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  private static void add(Place place, List<int[]> varies, List<Place> into) {
    for (int[] range : varies) {
      boolean inside =
          range[0] == range[1]
              ? place.from < range[0] && range[0] < place.to
              : place.from < range[1] && range[0] < place.to;
      if (inside) {
        into.add(place);
        return;
      }
    }
  }

  private static String replaced(String text, List<Place> places) {
    places.sort(
        Comparator.comparingInt((Place p) -> p.from() - p.to()).thenComparingInt(Place::from));
    List<Place> taken = new ArrayList<>();
    for (Place place : places) {
      if (taken.stream().noneMatch(t -> t.from() < place.to() && place.from() < t.to())) {
        taken.add(place);
      }
    }
    taken.sort(Comparator.comparingInt(Place::from));
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Place place : taken) {
      out.append(text, from, place.from()).append(place.placeholder());
      from = place.to();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Whether it is what the locale's own rules make of quotes and numbers. */
  boolean isOfLocale(String symbol) {
    return calendar.signs().contains(symbol.strip().toLowerCase(Locale.ROOT));
  }
}
