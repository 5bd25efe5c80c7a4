package dev.candor.gateway.prompt;

import static dev.candor.gateway.prompt.Bodies.ANTHROPIC;
import static dev.candor.gateway.prompt.Bodies.CHAT;
import static dev.candor.gateway.prompt.Bodies.bytes;
import static dev.candor.gateway.prompt.Bodies.subject;
import static dev.candor.gateway.prompt.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.luben.zstd.Zstd;
import dev.candor.gateway.Entry;
import dev.candor.gateway.Finding;
import dev.candor.gateway.Inspector.Outcome;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Mode;
import dev.candor.text.mechanism.Mechanisms;
import dev.candor.wire.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final String MARKED =
      "{\"system\": [ {\"type\":\"text\",\"text\":\"Today\\u02b9s date is 2026/07/01.\"} ],"
          + "\"max_tokens\":1E400,\"max_tokens\": 32000}";

  // It is ASCII: characters are bytes.
  private static final int APOSTROPHE = MARKED.indexOf("\\u02b9");
  private static final int FIRST = MARKED.indexOf("/07");

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final Metrics metrics = new Metrics();
  private boolean full;
  private final Inspection inspection =
      new Inspection(
          Mechanisms.all(),
          1 << 20,
          entry -> {
            entries.add(entry);
            return full
                ? CompletableFuture.failedStage(new IOException("full"))
                : CompletableFuture.completedStage(entry);
          },
          metrics,
          InstantSource.fixed(Instant.EPOCH));

  @AfterEach
  void end() {
    inspection.close();
  }

  private Outcome decide(String path, Mode mode, byte[] body, Header... headers) {
    return inspection.decide(subject(path, "c", headers), mode, body).toCompletableFuture().join();
  }

  private void observe(String path, String client, byte[] body, Header... headers)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    assertThat(inspection.observe(subject(path, client, headers), body, done::countDown)).isTrue();
    done.await();
  }

  @Test
  void bothMarksOfTheDateSentenceAreReported() throws Exception {
    observe(ANTHROPIC, "c", bytes(MARKED));

    Entry entry = entries.getFirst();
    assertThat(entry.action()).isEqualTo("passed");
    assertThat(entry.tool()).isEqualTo("claude-cli 2.1.91");
    assertThat(entry.findings())
        .filteredOn(finding -> finding.rule().equals("mechanism"))
        .containsExactly(
            finding(
                APOSTROPHE,
                APOSTROPHE + 6,
                "U+02B9",
                "U+0027",
                "Today",
                "s date is ",
                "apostrophe"),
            finding(FIRST, FIRST + 1, "U+002F", "U+002D", "te is 2026", "07/01.", "separator"),
            finding(FIRST + 3, FIRST + 4, "U+002F", "U+002D", "is 2026/07", "01.", "separator"));
  }

  private static Finding finding(
      int start, int end, String points, String usual, String before, String behind, String slot) {
    return new Finding(
        "mechanism",
        "/system/0/text",
        start,
        end,
        points,
        usual,
        before,
        behind,
        "claude-code-date, " + slot,
        false);
  }

  @Test
  void canonicalTextDiffersInTheListedBytesOnly() {
    Outcome outcome = decide(ANTHROPIC, Mode.CANONICALISE, bytes(MARKED));

    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    assertThat(text(((Outcome.Changed) outcome).body()))
        .isEqualTo(MARKED.replace("\\u02b9", "'").replace("2026/07/01", "2026-07-01"));
    assertThat(entries.getFirst().action()).isEqualTo("changed");
    assertThat(entries.getFirst().changes())
        .containsExactly(
            new Entry.Changed("/system/0/text", APOSTROPHE, APOSTROPHE + 6, "U+02B9", "U+0027"),
            new Entry.Changed("/system/0/text", FIRST, FIRST + 1, "U+002F", "U+002D"),
            new Entry.Changed("/system/0/text", FIRST + 3, FIRST + 4, "U+002F", "U+002D"));
  }

  @Test
  void signedAndQuotedTextIsReportedButNeverChanged() {
    String body =
        """
        {"messages":[{"role":"assistant","content":[{"type":"thinking","signature":"s",
        "thinking":"Today\u02bcs date is 2026/07/01."}]},{"role":"user","content":[
        {"type":"tool_result","content":"zero\u200bwidth"}]}],
        "system":"x-anthropic-billing-header: cc_version=2\u200b; cch=00000;"}\
        """;

    assertThat(decide(ANTHROPIC, Mode.CANONICALISE, bytes(body)))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(entries.getFirst().findings())
        .extracting(Finding::rule)
        .contains("mechanism", "invisible-character");
    assertThat(entries.getFirst().action()).isEqualTo("passed");
  }

  @Test
  void aBlockedRequestIsToldWhyAndWhatInstead() {
    assertThat(decide(ANTHROPIC, Mode.BLOCK, bytes(MARKED)))
        .isEqualTo(
            new Outcome.Refused(
                403,
                "Candor gateway: blocked by the rule mechanism: the request has U+02B9 at"
                    + " /system/0/text (claude-code-date, apostrophe). There are 4 marks in all."
                    + " Use instead: a version of the tool that writes U+0027 there."));
    assertThat(entries.getFirst().action()).isEqualTo("blocked");
  }

  @Test
  void whatStandsInAFileThatWasReadBlocksNothing() {
    String body = "{\"messages\":[{\"role\":\"tool\",\"content\":\"zero\u200bwidth\"}]}";

    assertThat(decide(CHAT, Mode.BLOCK, bytes(body))).isEqualTo(new Outcome.Unchanged());
    assertThat(entries.getFirst().findings()).extracting(Finding::data).containsExactly(true);
  }

  @Test
  void anotherFormFromTheSameClientIsAFinding() throws Exception {
    observe(
        CHAT,
        "a",
        bytes("{\"messages\":[{\"content\":\"It is 2026-07-01 in the log's words.\"}]}"));
    observe(
        CHAT,
        "b",
        bytes("{\"messages\":[{\"content\":\"It is 2026-07-01 in the log\u2019s words.\"}]}"));
    assertThat(entries).isEmpty();

    observe(
        CHAT,
        "a",
        bytes("{\"messages\":[{\"content\":\"It is 2026-07-02 in the log\u2019s words.\"}]}"));
    assertThat(entries.getFirst().findings())
        .extracting(Finding::rule, Finding::detail)
        .containsExactly(
            tuple(
                "two-forms",
                "the same client sent this sentence with U+0027 before, and sends it with U+2019 now"));
  }

  @Test
  void whatIsSentAgainAndAgainIsToldEachTime() throws Exception {
    for (int turn = 0; turn < 40; turn++) {
      observe(ANTHROPIC, "c", bytes(MARKED));
    }
    assertThat(entries).hasSize(40);
  }

  @Test
  void anotherFormIsFoundAfterManyTurnsWithTheSameTextAndOtherTalk() throws Exception {
    String sentence =
        "{\"system\":\"Here is what you need to know of the user%ss machine and no more.\"}";
    for (int turn = 0; turn < 40; turn++) {
      observe(ANTHROPIC, "c", bytes(sentence.formatted("'")));
      for (int talk = 0; talk < 40; talk++) {
        observe(
            ANTHROPIC,
            "c",
            bytes(
                "{\"system\":\"It's turn %s of the talk about part %s, which isn't over yet.\"}"
                    .formatted("x".repeat(turn + 1), "y".repeat(talk + 1))));
      }
    }
    assertThat(entries).isEmpty();

    observe(ANTHROPIC, "c", bytes(sentence.formatted("\u2019")));

    assertThat(entries.getFirst().findings()).extracting(Finding::rule).contains("two-forms");
  }

  @Test
  void compressedBodiesAreReadAndGoOnAsTheyCame() throws Exception {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(bytes(MARKED));
    }
    observe(ANTHROPIC, "c", gzip.toByteArray(), new Header("content-encoding", "gzip"));
    observe(ANTHROPIC, "c", Zstd.compress(bytes(MARKED)), new Header("Content-Encoding", "zstd"));
    assertThat(entries).hasSize(2);

    byte[] clean = Zstd.compress(bytes("{\"system\":\"plain\"}"));
    Header coding = new Header("Content-Encoding", "zstd");
    assertThat(decide(ANTHROPIC, Mode.CANONICALISE, clean, coding))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(decide(ANTHROPIC, Mode.CANONICALISE, Zstd.compress(bytes(MARKED)), coding))
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed -> {
              assertThat(changed.plain()).isTrue();
              assertThat(text(changed.body())).contains("Today's date is 2026-07-01.");
            });
    assertThat(entries.getLast().plain()).isTrue();
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    byte[] bomb = Zstd.compress(new byte[64 << 20]);
    observe(ANTHROPIC, "c", bomb, new Header("Content-Encoding", "zstd"));

    assertThat(metrics.text()).contains("bodies_unread_total{upstream=\"up\",reason=\"coding\"} 1");
    assertThat(decide(ANTHROPIC, Mode.BLOCK, bomb, new Header("Content-Encoding", "zstd")))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatCannotBeReadIsPassedOnOnlyWhereItIsObserved() throws Exception {
    for (byte[] body :
        List.of(bytes("{\"system\":"), new byte[] {'{', '"', 's', (byte) 0xff, '"'}, new byte[0])) {
      observe(ANTHROPIC, "c", body);
      for (Mode mode : List.of(Mode.CANONICALISE, Mode.BLOCK)) {
        assertThat(decide(ANTHROPIC, mode, body))
            .isInstanceOfSatisfying(
                Outcome.Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
      }
    }
    byte[] broken = bytes("{\"system\":\"a?\"}");
    broken[12] = (byte) 0xc0;
    assertThat(decide(ANTHROPIC, Mode.CANONICALISE, broken)).isInstanceOf(Outcome.Refused.class);
    assertThat(entries).isEmpty();
  }

  @Test
  void whatCannotBeRecordedIsPassedOnOnlyWhereItIsObserved() throws Exception {
    full = true;
    observe(ANTHROPIC, "c", bytes(MARKED));
    assertThat(metrics.text()).contains("findings_lost_total 4");

    assertThat(decide(ANTHROPIC, Mode.CANONICALISE, bytes(MARKED)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.status()).isEqualTo(503));
  }

  @Test
  void anEntryHoldsNoPromptKeyOrToken() throws Exception {
    String secret = "sk-ant-api03-verysecret";
    observe(
        ANTHROPIC + "?key=" + secret,
        "c",
        bytes(
            "{\"system\":\""
                + secret
                + " is the key, and today's zero\u200bwidth word stands far behind it\"}"),
        new Header("x-api-key", secret));

    assertThat(entries.toString()).contains("U+200B").doesNotContain(secret, "stands far");
  }
}
