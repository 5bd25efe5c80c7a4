package dev.candor.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Reports;
import dev.candor.lab.emulator.Failure;
import dev.candor.lab.names.Lookup;
import dev.candor.lab.names.Names;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.room.RoomResult.End;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Connection;
import dev.candor.wire.Dialect;
import dev.candor.wire.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunReasonsTest {
  private static final Exchange ASKED =
      Runs.exchange(1, "api.example.test", "/v1/chat/completions", "{}", "openai-chat");
  private static final Exchange OTHER = Runs.exchange(1, "api.example.test", "/rpc", "{}", "empty");

  @Test
  void aToolThatAskedAModelAndEndedWellHasNone() {
    assertThat(inconclusive(Runs.room(End.EXITED, 0, "Continue? [y/N]", "log in"), ASKED))
        .isEmpty();
  }

  @Test
  void whereTheDialectIsTheVendorsOwnTheRecipesAnswerIsTheModels() {
    RoomResult room = Runs.room(End.EXITED, 0, "", "");
    Exchange answered = Runs.exchange(1, "api.example.test", "/chat", "{}", "recipe");

    assertThat(inconclusive(recipe(Optional.empty()), result(room, answered))).isEmpty();
    assertThat(inconclusive(recipe(Optional.of("gemini")), result(room, answered)))
        .containsExactly("None of its requests is of a dialect that Candor knows.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXITED | 3 | The tool ended with status 3 after 2.3 s; it last wrote \"bad\".",
        "EXITED | 139 | The tool ended with status 139 (SIGSEGV) after 2.3 s; it last wrote \"bad\".",
        "EXITED | 127 | The tool ended with status 127 after 2.3 s; it last wrote \"bad\".",
        "TIME | 0 | The tool did not end by itself; it was ended after 2.3 s; it last wrote \"bad\".",
        "MEMORY | 0 | The tool was ended after 2.3 s because it took too much memory.",
        "OUTPUT | 0 | The tool was ended after 2.3 s because it wrote too much.",
        "PROCESSES | 0 | The tool was ended after 2.3 s because it had too many processes.",
        "CLOSED | 0 | The run was ended from outside after 2.3 s.",
      })
  void saysHowItEnded(End end, int exit, String reason) {
    assertThat(inconclusive(Runs.room(end, exit, "fine", "worse\nbad\n\n"), ASKED))
        .containsExactly(reason);
  }

  @Test
  void whatItWroteLastIsShortAndHarmless() {
    String wrote = Reports.HOSTILE.replaceAll("[\\r\\n\\u2028]", "") + "x".repeat(500);

    String reason = inconclusive(Runs.room(End.EXITED, 1, "", wrote), ASKED).getFirst();

    assertThat(reason).contains("\\u{1B}[31m").hasSizeLessThan(260);
    assertThat(reason.chars()).noneMatch(Character::isISOControl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not logged in",
        "Please sign in to continue",
        "Error: authentication required",
        "401 Unauthorised",
        "Set your API key with --key",
        "no credentials were found",
      })
  void tellsWhatReadsAsAWishForALogIn(String line) {
    assertThat(inconclusive(Runs.room(End.EXITED, 0, line, "")))
        .containsExactly("It asked no model, and seems to want a log-in: \"" + line + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Overwrite? (y/n) then more",
        "Continue [Y/n]",
        "Are you sure (yes/no)",
        "Which project?",
        "Name:",
        "Press Enter to start",
        "sh: cannot open /dev/tty: No such device or address",
        "Raw mode is not supported on the current process.stdin",
        "The input device is not a TTY",
        "tool requires an interactive terminal",
      })
  void tellsWhatReadsAsAQuestion(String line) {
    assertThat(inconclusive(Runs.room(End.EXITED, 0, "Welcome\n" + line + "\n", "")))
        .containsExactly(
            "It asked no model, and seems to wait for a person: \""
                + line
                + "\". Nobody is there to answer; a recipe can tell it not to ask.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Done.", "Ready: 3 files", "tty settings were kept", "no terminals"})
  void otherLinesAreNoQuestions(String line) {
    assertThat(inconclusive(Runs.room(End.EXITED, 0, line, "")))
        .containsExactly("It sent nothing.");
  }

  @Test
  void aToolThatOnlyAskedForNamesIsToldWithSomeOfThem() {
    RoomResult room = Runs.room(End.EXITED, 0, "", "");

    assertThat(inconclusive(recipe(Optional.empty()), looking(room, "a.test", "a.test")))
        .containsExactly("It sent nothing, but asked for the address of a.test.");
    assertThat(inconclusive(recipe(Optional.empty()), looking(room, "a", "b", "c", "d")))
        .containsExactly("It sent nothing, but asked for the address of a, b, c and others.");
  }

  @Test
  void aToolWhoseConnectionsFailedDidNotSendNothing() {
    TrialResult result =
        new TrialResult(
            Runs.room(End.EXITED, 0, "", ""),
            List.of(),
            0,
            List.of(new Failure(ASKED.connection(), Instant.EPOCH, "no handshake")),
            List.of(),
            new Unanswered(0, 0));

    assertThat(inconclusive(recipe(Optional.empty()), result))
        .containsExactly("It called somebody, but nothing that it sent could be read.");
    assertThat(new RunReasons(recipe(Optional.empty()), result, dialects()).notSeen())
        .containsExactly("a connection to api.example.test: no handshake.");
  }

  @Test
  void whatWasNotSeenIsCounted() {
    Failure failure = new Failure(ASKED.connection(), Instant.EPOCH, "no handshake");
    Failure silent = new Failure(ASKED.connection(), Instant.EPOCH, "no request came");
    TrialResult result =
        new TrialResult(
            Runs.room(End.EXITED, 0, "", ""),
            List.of(ASKED),
            4,
            List.of(failure, silent, failure),
            List.of(),
            new Unanswered(2, 3));

    assertThat(new RunReasons(recipe(Optional.empty()), result, dialects()).notSeen())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("2 connections to ports"),
            line -> assertThat(line).startsWith("3 UDP datagrams to ports"),
            line ->
                assertThat(line)
                    .isEqualTo("why connections were opened on which nothing was sent."),
            line ->
                assertThat(line)
                    .isEqualTo("a connection to api.example.test: no handshake, 2 times."),
            line -> assertThat(line).isEqualTo("4 exchanges beyond the recorder's bounds."));
  }

  @Test
  void requestsOfNoKnownDialectAreToldAsSuch() {
    assertThat(inconclusive(Runs.room(End.EXITED, 0, "", ""), OTHER))
        .containsExactly("None of its requests is of a dialect that Candor knows.");
  }

  private static List<String> inconclusive(RoomResult room, Exchange... exchanges) {
    return inconclusive(recipe(Optional.of("openai-chat")), result(room, exchanges));
  }

  private static List<String> inconclusive(Recipe recipe, TrialResult result) {
    return new RunReasons(recipe, result, dialects()).inconclusive();
  }

  private static TrialResult result(RoomResult room, Exchange... exchanges) {
    return new TrialResult(room, List.of(exchanges), 0, List.of(), List.of(), new Unanswered(0, 0));
  }

  private static TrialResult looking(RoomResult room, String... names) {
    return new TrialResult(
        room,
        List.of(),
        0,
        List.of(),
        List.of(names).stream().map(name -> new Lookup(name, "A", Instant.EPOCH, 1)).toList(),
        new Unanswered(0, 0));
  }

  private static List<Dialect> dialects() {
    return Dialect.all();
  }

  private static Recipe recipe(Optional<String> api) {
    return new Recipe(
        "tool",
        "pkg:npm/tool",
        Optional.empty(),
        List.of(),
        List.of("tool"),
        api,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of());
  }

  @Test
  void namesTheHostOfAConnectionByNumberThatWasLookedUp() {
    String address = new Names().address("pinned.example.com").getHostAddress();
    Connection connection =
        new Connection(
            1,
            "10.0.0.9:50000",
            address + ":443",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    TrialResult result =
        new TrialResult(
            Runs.room(End.EXITED, 0, "", ""),
            List.of(),
            0,
            List.of(new Failure(connection, Instant.EPOCH, "no handshake")),
            List.of(new Lookup("pinned.example.com", "A", Instant.EPOCH, 1)),
            new Unanswered(0, 0));

    assertThat(new RunReasons(recipe(Optional.empty()), result, List.of()).notSeen())
        .containsExactly("a connection to pinned.example.com: no handshake.");
  }
}
