package dev.candor.audit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Observed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
  private final Sides tool = Sides.tool("tool", "1", Verdict.CANDID);

  @ParameterizedTest
  @CsvSource({
    "POST /v1/files/550e8400-e29b-41d4-a716-446655440000/part, POST /v1/files/*/part",
    "GET /v1/runs/17, GET /v1/runs/*",
    "POST /v1beta/models/quick-2.5:generate, POST /v1beta/models/*:generate",
    "POST /v1/messages, POST /v1/messages",
  })
  void idsAndModelsInPathsAreNoPlace(String request, String shape) {
    tool.told("hostname", "wrenfield", "a.example.test", request, "target", "plain");

    assertThat(tool.column().told().getFirst().place().request()).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource({
    "body /a/0/b/12, body /a/*/b/*",
    "header User-Agent, header user-agent",
    "body /by-host/wrenfield (its name), body /by-host/* (its name)",
    "body /wrenfields (its name), body /wrenfields (its name)",
    "body /wrenfield/x, body /wrenfield/x",
    "target, target",
  })
  void placesInListsAndValuesInNamesAreNoPlace(String where, String shape) {
    tool.told("hostname", "wrenfield", "a.example.test", "POST /", where, "plain");

    assertThat(tool.column().told().getFirst().place().where()).isEqualTo(shape);
  }

  @Test
  void aPathInANameIsFoundAsPointersSpellIt() {
    tool.told(
        "home",
        "/home/quillon",
        "a.example.test",
        "POST /",
        "body /~1home~1quillon (its name)",
        "plain");

    assertThat(tool.column().told().getFirst().place().where()).isEqualTo("body /* (its name)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain, other case | plain",
        "percent | plain",
        "JSON escapes | plain",
        "base64, within | base64",
        "hex | hex",
        "sha256 in hex, cut | sha256",
        "md5 in base64 | md5",
      })
  void theSpellingIsThatOfTheValue(String rendering, String spelling) {
    tool.told("hostname", "wrenfield", "a.example.test", "POST /", "body", rendering);

    assertThat(tool.column().told().getFirst().place().rendering()).isEqualTo(spelling);
  }

  @Test
  void aPlaceIsTakenOnce() {
    tool.told("hostname", "wrenfield", "a.example.test", "POST /", "body /a/0", "base64")
        .told("hostname", "wrenfield", "a.example.test", "POST /", "body /a/7", "base64, within");

    assertThat(tool.column().told()).hasSize(1);
  }

  @Test
  void aValueBesideTheBaseIsNamedUnlessTheBasesStandsThereToo() {
    tool.tried("git-branch", "main").prompt("git-branch", "main");
    assertThat(tool.column().told()).extracting(Told::only).containsExactly(Optional.of("main"));

    tool.prompt("git-branch", "harbour-lights");
    assertThat(tool.column().told()).extracting(Told::only).containsExactly(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "locale, zh_CN.UTF-8, zh-CN",
    "network-interfaces, 02:42:ac:11:00:02, 0242ac110002",
    "git-identity, Alice Smith <alice@example.test>, alice@example.test",
    "proxy, http://proxy.example.test:3128, proxy.example.test",
  })
  void levelsAreKnownByTheFactsTheyMake(String factor, String level, String value) {
    tool.tried(factor, level).prompt(factor, value);

    assertThat(tool.column().told().getFirst().only()).contains(value);
  }

  @Test
  void whatTheBaseHasNothingOfIsInNoDoubt() {
    tool.tried("proxy", "http://proxy.example.test:3128")
        .tried("git-branch", "main")
        .prompt("proxy", "proxy.example.test")
        .prompt("git-branch", "main");

    assertThat(tool.column().told()).extracting(Told::isDoubtful).containsExactly(false, true);
  }

  /** With the host as its endpoint, the tool sends it there as ever. */
  @Test
  void aHostThatWasTheEndpointIsNotTwoPlaces() {
    tool.told("terminal", "xterm-9", "api.example.test", "POST /log", "body /t", "plain")
        .told("terminal", "xterm-9", Observed.ENDPOINT, "POST /log", "body /t", "plain");
    assertThat(tool.column().told()).hasSize(2);

    tool.tried("endpoint", "api.example.test");
    assertThat(tool.column().told())
        .extracting(told -> told.place().destination())
        .isEqualTo(List.of("api.example.test"));
  }
}
