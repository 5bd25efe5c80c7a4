package dev.candor.lab.experiment;

import dev.candor.core.InputException;
import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes levels of a factor that a comparison holds for.
 *
 * @param factor of which
 * @param known levels to choose from, where none can be made
 */
record Witnesses(String factor, List<String> known) {
  /** Nobody's, and long enough to stand for nothing else. */
  private static final String DOMAIN = "example.net";

  private static final String GATEWAY = "-gw." + DOMAIN;
  private static final int LONGEST_LABEL = 63;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,32}");
  private static final String MACHINE = "5b0e94d71c3f4a6682ad7c59e1f03b84";
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  Witnesses {
    known = List.copyOf(known);
  }

  /**
   * A level that matches a value; empty where we know none.
   *
   * @param turn alternates between the ways in which a level can match
   */
  Optional<Candidate> of(String value, Match match, int turn) {
    return levels(value, match, turn)
        .filter(level -> holds(match, value, level) && exists(level))
        .findFirst()
        .map(level -> new Candidate(level, List.of(value)));
  }

  /**
   * Levels each of which matches several values: one trial shows that none of these matters, and
   * some does where the tool behaves otherwise.
   */
  List<Candidate> pools(List<String> values, Match match) {
    if (match != Match.SUBSTRING || !isHost()) {
      return List.of();
    }
    List<Candidate> pools = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int length = "-gw".length();
    for (String value : values) {
      if (WORD.matcher(value).matches()) {
        if (length + value.length() + 1 > LONGEST_LABEL) {
          pool(words, pools);
          length = "-gw".length();
        }
        words.add(value);
        length += value.length() + 1;
      }
    }
    pool(words, pools);
    return pools;
  }

  private static void pool(List<String> words, List<Candidate> pools) {
    if (words.size() > 1) {
      pools.add(new Candidate(String.join("-", words) + GATEWAY, words));
    }
    words.clear();
  }

  /** A level that matches a value of each of two lists; empty where we know none. */
  Optional<Candidate> both(String one, Match match, String other, Match otherMatch) {
    if (!isHost()) {
      return Optional.empty();
    }
    List<String> made = new ArrayList<>(made(other, otherMatch, 1));
    made.addAll(made(one, match, 1));
    made.add(one + "-" + other + GATEWAY);
    made.add(one + "-gw." + other.replaceFirst("^\\.", ""));
    made.add(other + "-gw." + one.replaceFirst("^\\.", ""));
    return made.stream()
        .filter(this::exists)
        .filter(level -> holds(match, one, level) && holds(otherMatch, other, level))
        .findFirst()
        .map(level -> new Candidate(level, List.of(one, other)));
  }

  /** Those that are made come first: most often one will do. */
  private Stream<String> levels(String value, Match match, int turn) {
    return Stream.concat(
        made(value, match, turn).stream(),
        known.stream().filter(level -> holds(match, value, level)));
  }

  private List<String> made(String value, Match match, int turn) {
    if (isHost()) {
      return hosts(value, match, turn);
    }
    if (factor.equals("machine-id") && HEX.matcher(value).matches()) {
      return machines(value, match);
    }
    return switch (match) {
      case EQUAL -> factor.equals("locale") ? locales(value) : having(Stream.of(value));
      case PREFIX, SUBSTRING -> having(Stream.of(value + "-7c1d", value, value + "7"));
      case SUFFIX, DOT_SUFFIX -> having(Stream.of("heron" + value, "heron." + value, value));
      case PRESENCE -> known.isEmpty() ? List.of() : List.of(known.getFirst());
      case PATTERN, DIGEST, RANGE -> numbers(value);
    };
  }

  /** 32 hexadecimal digits (machine-id(5)) that hold the value where it is looked for. */
  private static List<String> machines(String value, Match match) {
    String rest = MACHINE.substring(Math.min(MACHINE.length(), value.length()));
    return switch (match) {
      case PREFIX, SUBSTRING -> List.of(value + rest);
      case SUFFIX, DOT_SUFFIX -> List.of(rest + value);
      case EQUAL -> List.of(value);
      case PATTERN, DIGEST, PRESENCE, RANGE -> List.of();
    };
  }

  private static List<String> hosts(String value, Match match, int turn) {
    String bare = value.replaceFirst("^\\.", "");
    return switch (match) {
      case EQUAL -> List.of(value);
      case DOT_SUFFIX -> turn % 2 == 0 ? List.of(bare) : List.of("api." + bare, bare);
      case SUFFIX ->
          Character.isLetterOrDigit(value.isEmpty() ? '.' : value.charAt(0))
              ? List.of("gateway.heron-yard." + value, value)
              : List.of("gateway.heron-yard" + value);
      case PREFIX -> List.of(value + GATEWAY, value + "gw." + DOMAIN, value + DOMAIN);
      case SUBSTRING -> List.of(value + GATEWAY, "gw" + value + DOMAIN, "gw" + value);
      case PATTERN ->
          Matching.literals(value).stream()
              .flatMap(text -> List.of(text, text + GATEWAY, "gw" + text, "gw." + text).stream())
              .toList();
      case DIGEST, PRESENCE, RANGE -> List.of();
    };
  }

  /** Programs compare language tags; the variable holds names of the C library. */
  private static List<String> locales(String value) {
    String name = value.replace('-', '_');
    return name.indexOf('.') > 0 || name.equals("C") || name.equals("POSIX")
        ? List.of(name)
        : List.of(name + ".UTF-8");
  }

  private List<String> numbers(String value) {
    return factor.equals("uid") ? List.of(value) : List.of();
  }

  private boolean isHost() {
    return factor.equals("endpoint") || factor.equals("proxy");
  }

  private List<String> having(Stream<String> readings) {
    return readings
        .flatMap(reading ->
            Environment.factor(factor)
                .map(f -> f.having(reading))
                .orElse(List.of(reading))
                .stream())
        .toList();
  }

  /** Whether a comparison with what programs read of the level holds. */
  private boolean holds(Match match, String value, String level) {
    return readings(level).stream().anyMatch(reading -> Matching.holds(match, value, reading));
  }

  private List<String> readings(String level) {
    if (isHost()) {
      return List.of(
          level
              .replaceFirst("^[a-z0-9+.-]+://", "")
              .replaceFirst("[:/].*$", "")
              .toLowerCase(Locale.ROOT));
    }
    return Environment.factor(factor).map(f -> f.readings(level)).orElse(List.of(level));
  }

  private boolean exists(String level) {
    if (level.isBlank() || level.equals(Factor.NONE)) {
      return false;
    }
    try {
      Environment with = Environment.base().with(factor, level);
      if (!isHost()) {
        RoomPlan _ = with.scene().plan(List.of(), List.of(), List.of("true"), Bounds.DEFAULT);
      }
      return true;
    } catch (InputException e) {
      return false; // such values are left out, and named in the design
    }
  }
}
