package dev.candor.audit.recording;

import dev.candor.lab.names.Lookup;
import dev.candor.lab.names.Names;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.TrialResult;
import dev.candor.text.Visible;
import dev.candor.wire.Connection;
import dev.candor.wire.Dialect;
import dev.candor.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a run does not show what the tool does, and what was not seen of one that does. */
public final class RunReasons {
  /** Words by which tools ask for somebody to log in. */
  private static final Pattern LOG_IN =
      Pattern.compile(
          "(?i)\\b(log[ -]?in|sign[ -]?in|authenticat|unauthori[sz]ed|not logged|credential|api[ _-]?key|access token)");

  /** Words and signs by which programs ask somebody who is not there. */
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?i)[\\[(]y(es)?/n(o)?[\\])]|press (enter|return|any key)|raw mode is not supported"
              + "|\\b(not|requires|needs|without|no) (an? )?(interactive )?(tty|terminal)\\b|/dev/tty");

  /** How a last line ends behind which an answer was expected. */
  private static final Pattern EXPECTING = Pattern.compile("[?:>]\\s*$");

  /** Signals that end programs by themselves (signal(7), the numbers of Linux on most machines). */
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          4, "SIGILL", 5, "SIGTRAP", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11,
          "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM", 25, "SIGXFSZ");

  /** What the emulator says of a connection without a byte. */
  private static final String SILENT = "no request came";

  private static final int BY_SIGNAL = 128;
  private static final int LINE = 160;
  private static final int NAMES = 3;

  private final Recipe recipe;
  private final TrialResult result;
  private final List<Dialect> dialects;

  public RunReasons(Recipe recipe, TrialResult result, List<Dialect> dialects) {
    this.recipe = recipe;
    this.result = result;
    this.dialects = dialects;
  }

  /** Empty where the tool asked a model and ended well. */
  public List<String> inconclusive() {
    List<String> reasons = new ArrayList<>();
    ending().ifPresent(reasons::add);
    if (result.exchanges().stream().noneMatch(this::asksModel)) {
      reasons.add(withoutModel());
    }
    return reasons;
  }

  /** The requests by which a model was asked, as {@code POST /v1/messages}, each once. */
  public Set<String> modelRequests() {
    return result.exchanges().stream()
        .filter(this::asksModel)
        .map(exchange -> exchange.request().line())
        .collect(Collectors.toSet());
  }

  private Optional<String> ending() {
    RoomResult room = result.room();
    String after = " after %.1f s".formatted(room.time().toMillis() / 1000.0);
    return switch (room.end()) {
      case EXITED ->
          room.exit() == 0
              ? Optional.empty()
              : Optional.of("The tool ended with status " + status(room) + after + last() + ".");
      case TIME ->
          Optional.of("The tool did not end by itself; it was ended" + after + last() + ".");
      case MEMORY ->
          Optional.of("The tool was ended" + after + " because it took too much memory.");
      case OUTPUT -> Optional.of("The tool was ended" + after + " because it wrote too much.");
      case PROCESSES ->
          Optional.of("The tool was ended" + after + " because it had too many processes.");
      case CLOSED -> Optional.of("The run was ended from outside" + after + ".");
    };
  }

  private static String status(RoomResult room) {
    return room.exit()
        + Optional.ofNullable(SIGNALS.get(room.exit() - BY_SIGNAL))
            .map(name -> " (" + name + ")")
            .orElse("");
  }

  private String withoutModel() {
    Optional<String> logIn = first(LOG_IN);
    if (logIn.isPresent()) {
      return "It asked no model, and seems to want a log-in: " + shown(logIn.get());
    }
    Optional<String> question =
        first(QUESTION).or(() -> lastLine().filter(line -> EXPECTING.matcher(line).find()));
    if (question.isPresent()) {
      return "It asked no model, and seems to wait for a person: "
          + shown(question.get())
          + ". Nobody is there to answer; a recipe can tell it not to ask.";
    }
    return result.exchanges().isEmpty()
        ? nothing()
        : "None of its requests is of a dialect that Candor knows.";
  }

  private String nothing() {
    if (!result.failures().isEmpty() || result.unanswered().connections() > 0) {
      return "It called somebody, but nothing that it sent could be read.";
    }
    List<String> names = result.lookups().stream().map(Lookup::name).distinct().toList();
    return names.isEmpty()
        ? "It sent nothing."
        : "It sent nothing, but asked for the address of "
            + names.stream()
                .limit(NAMES)
                .map(name -> Visible.of(name, LINE))
                .collect(Collectors.joining(", "))
            + (names.size() > NAMES ? " and others." : ".");
  }

  private Optional<String> first(Pattern pattern) {
    return lines().filter(line -> pattern.matcher(line).find()).findFirst();
  }

  /** Where the dialect is the vendor's own, the recipe knows what is asked of a model. */
  private boolean asksModel(Exchange exchange) {
    if (recipe.api().isEmpty() && exchange.answered().equals("recipe")) {
      return true;
    }
    return dialects.stream().anyMatch(d -> d.name().equals(exchange.answered()))
        && exchange.request().method().equals("POST");
  }

  private String last() {
    return lastLine().map(line -> "; it last wrote " + shown(line)).orElse("");
  }

  /** What it wrote last: of its errors, where there are any. */
  private Optional<String> lastLine() {
    return lines().reduce((first, second) -> second);
  }

  private static String shown(String line) {
    return '"' + Visible.of(line.strip(), LINE) + '"';
  }

  private Stream<String> lines() {
    RoomResult room = result.room();
    return Stream.of(room.output(), room.errors())
        .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
        .filter(line -> !line.isBlank());
  }

  /** What else may have been there. */
  public List<String> notSeen() {
    List<String> missed = new ArrayList<>();
    long connections = result.unanswered().connections();
    if (connections > 0) {
      missed.add(
          connections
              + " connections to ports that the emulated world does not answer were refused.");
    }
    long datagrams = result.unanswered().datagrams();
    if (datagrams > 0) {
      missed.add(
          datagrams
              + " UDP datagrams to ports where nothing receives; HTTP/3 and time servers are not"
              + " emulated.");
    }
    long silent = result.failures().stream().filter(f -> f.what().equals(SILENT)).count();
    if (silent > 0) {
      missed.add("why connections were opened on which nothing was sent.");
    }
    result.failures().stream()
        .filter(f -> !f.what().equals(SILENT))
        .collect(
            Collectors.groupingBy(
                f -> "a connection to " + host(f.connection()) + ": " + f.what(),
                LinkedHashMap::new,
                Collectors.counting()))
        .forEach((what, times) -> missed.add(what + (times == 1 ? "." : ", " + times + " times.")));
    if (result.leftOut() > 0) {
      missed.add(result.leftOut() + " exchanges beyond the recorder's bounds.");
    }
    long cut = result.exchanges().stream().filter(e -> e.request().body().isCut()).count();
    if (cut > 0) {
      missed.add("the ends of " + cut + " request bodies that were longer than what is kept.");
    }
    return missed;
  }

  /** The name, where one was asked for or looked up. */
  private String host(Connection connection) {
    return connection
        .tls()
        .flatMap(Connection.Tls::serverName)
        .or(connection::proxied)
        .or(() ->
            result.lookups().stream()
                .map(Lookup::name)
                .filter(name -> isAt(name, connection.server()))
                .findFirst())
        .orElse(connection.server());
  }

  /** A name has the same address in every trial. */
  private static boolean isAt(String name, String server) {
    Names names = new Names();
    return server.startsWith(names.address(name).getHostAddress() + ":")
        || server.startsWith("[" + names.address6(name).getHostAddress() + "]:");
  }
}
