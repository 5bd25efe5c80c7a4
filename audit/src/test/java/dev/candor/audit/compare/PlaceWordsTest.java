package dev.candor.audit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceWordsTest {
  private final Sides tool = Sides.tool("tool", "1", Verdict.CANDID);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the endpoint | POST /v1/messages | body /system/0/text | system prompt",
        "the endpoint | POST /v1/responses | body /instructions | system prompt",
        "the endpoint | POST /v1beta/models/m:g | body /systemInstruction/parts/0/text | system prompt",
        "the endpoint | POST /v1/chat/completions | body /messages/0/content | messages",
        "the endpoint | POST /v1/responses | body /input/0/content/0/text | messages",
        "the endpoint | POST /v1beta/models/m:g | body /contents/0/parts/0/text | messages",
        "the endpoint | POST /v1/responses | body /input/0/tools/3/description | tools",
        "the endpoint | POST /v1/messages | body /tools/3/description | tools",
        "the endpoint | POST /v1/messages | body /metadata/user_id | field user_id",
        "the endpoint | POST /api/event_logging/batch | body /events/0/env/terminal | telemetry",
        "a.example.test | POST /otel/v1/logs | body /resourceLogs/0/host | telemetry",
        "rum.example.test | POST / | body /properties/base_url | telemetry",
        "log.example.test | POST /log | body | telemetry",
        "a.example.test | POST /login | body /host | field host",
        "a.example.test | POST /catalog | body /a~1b/0 | field a/b",
        "a.example.test | POST /catalog | body | body",
        "a.example.test | GET /x | target | target",
        "a.example.test | GET /x | host | host",
        "a.example.test | GET /x | header User-Agent | header user-agent",
        "the name server | look-up | wrenfield.example.test | name look-up",
      })
  void placesHaveShortNames(String to, String request, String where, String words) {
    tool.told("hostname", "wrenfield", to, request, where, "plain");

    assertThat(PlaceWords.of(tool.column().told())).containsExactly(words);
  }

  @Test
  void whatIsNotPlainAndWhatIsInDoubtIsSaid() {
    tool.tried("username", "root")
        .told("hostname", "wrenfield", "the endpoint", Sides.ASKING, Sides.PROMPT, "md5 in hex")
        .told("username", "root", "the endpoint", Sides.ASKING, "body /tools/0", "plain");

    assertThat(PlaceWords.of(tool.column().told()))
        .containsExactly("system prompt (md5)", "tools (\"root\" only)");
  }

  @Test
  void whatIsInDoubtIsLeftOutWhereItAddsNothing() {
    tool.tried("username", "root")
        .told("username", "root", "the endpoint", Sides.ASKING, "body /tools/0/name", "plain")
        .told("username", "quillon", "the endpoint", Sides.ASKING, "body /tools/0/text", "plain");

    assertThat(PlaceWords.of(tool.column().told())).containsExactly("tools");
  }
}
