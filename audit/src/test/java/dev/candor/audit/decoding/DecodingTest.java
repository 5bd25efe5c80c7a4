package dev.candor.audit.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.Mechanisms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
  private static final String BOTH = "Today\u02b9s date is 2026/07/01.";
  private static final String PLAIN = "Today's date is 2026-07-01.";
  private static final Instant TIME = Instant.parse("2026-07-01T03:04:05Z");

  @TempDir private Path temp;

  private static List<Mechanism> known() {
    return Mechanisms.all().stream().filter(one -> one.name().equals("claude-code-date")).toList();
  }

  private Decoded decoded(String log) throws IOException {
    return decoded(log.getBytes(StandardCharsets.UTF_8));
  }

  private Decoded decoded(byte[] log) throws IOException {
    return decoded(known(), log);
  }

  private Decoded decoded(List<Mechanism> mechanisms, byte[] log) throws IOException {
    Path file = Files.write(temp.resolve("log"), log);
    Decoding decoding = new Decoding(mechanisms);
    decoding.read(file);
    return decoding.decoded(new Engine("0", "0"), TIME);
  }

  private Sighting only(String log) throws IOException {
    Decoded decoded = decoded(log);
    assertThat(decoded.sightings()).hasSize(1);
    return decoded.sightings().getFirst();
  }

  private static List<String> symbols(Sighting sighting) {
    return sighting.said().stream().map(Said::symbol).toList();
  }

  @Test
  void aLineOfJsonGivesPlaceAndTime() throws IOException {
    String before = "{\"type\":\"summary\"}\n";
    String line =
        "{\"message\":{\"content\":[{\"text\":\"the user's "
            + BOTH
            + "\"}]},\"timestamp\":\"2026-07-01T03:04:05Z\"}\n";

    Sighting sighting = only(before + line);

    assertThat(sighting.place().line()).isEqualTo(2);
    assertThat(sighting.place().offset()).isEqualTo(before.length() + line.indexOf("Today"));
    assertThat(sighting.place().pointer()).isEqualTo("/message/content/0/text");
    assertThat(sighting.time()).hasValue(TIME);
    assertThat(symbols(sighting)).containsExactly("\u02b9", "/");
    assertThat(sighting.text()).isEqualTo(BOTH);
    assertThat(sighting.marked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"user's Today\\u02b9s date is 2026\\/07\\/01.\"}",
        "{\"a\":\"{\\\"b\\\":\\\"user's Today\\\\u02B9s date is 2026/07/01.\\\"}\"}",
        "{\"a\":\"{\\\"b\\\":\\\"{\\\\\\\"c\\\\\\\":\\\\\\\"user's Today\\\\\\\\u02b9s date is 2026/07/01.\\\\\\\"}\\\"}\"}",
        "[\"user's Today\u02b9s date is 2026/07/01.\"]",
        "2026-07-01 INFO user's Today\u02b9s date is 2026/07/01.",
        "\u0000\u0001Today\u02b9s date is 2026/07/01.Today"
      })
  void anEscapeCountsAsItsCharacterHoweverDeep(String log) throws IOException {
    assertThat(symbols(only(log))).containsExactly("\u02b9", "/");
  }

  @Test
  void aBodyThatWasLoggedAsAStringIsLookedInto() throws IOException {
    String log =
        "{\"ts\":1782875045,\"body\":\"{\\\"system\\\":[{\\\"text\\\":\\\"" + BOTH + "\\\"}]}\"}";

    Sighting sighting = only(log);

    assertThat(sighting.place().pointer()).isEqualTo("/body#/system/0/text");
    assertThat(sighting.time()).hasValue(TIME);
  }

  /** The plain apostrophe in another string was written by another hand. */
  @Test
  void doubtIsAboutTheInnermostString() throws IOException {
    String log =
        "{\"body\":\"{\\\"a\\\":\\\"it's\\\",\\\"b\\\":\\\"It\u2019s so. Today\u2019s date is 2026-07-01.\\\"}\"}";

    Sighting sighting = only(log);

    assertThat(sighting.said().getFirst().doubt()).isPresent();
    assertThat(sighting.inDoubt()).isTrue();
    assertThat(decoded(log).marked()).isFalse();
  }

  @Test
  void jsonOverSeveralLinesIsPlacedByASecondReading() throws IOException {
    String log =
        """
        {
          "log": {
            "entries": [
              {
                "request": {
                  "postData": {
                    "text": "user's %s"
                  }
                },
                "startedDateTime": "2026-07-01T05:04:05+02:00"
              },
              {
                "request": {"postData": {"text": "%s"}},
                "startedDateTime": "2026-07-02T00:00:00Z"
              }
            ]
          }
        }
        """
            .formatted(BOTH, PLAIN);

    Decoded decoded = decoded(log);

    assertThat(decoded.sightings())
        .extracting(one -> one.place().pointer())
        .containsExactly(
            "/log/entries/0/request/postData/text", "/log/entries/1/request/postData/text");
    assertThat(decoded.sightings())
        .extracting(Sighting::time)
        .containsExactly(Optional.of(TIME), Optional.of(Instant.parse("2026-07-02T00:00:00Z")));
    assertThat(decoded.sightings()).extracting(one -> one.place().line()).containsExactly(7L, 13L);
  }

  @Test
  void plainTextHasTheTimeOfItsLine() throws IOException {
    Sighting sighting = only("x\n2026-07-01 03:04:05,000 INFO " + BOTH + "\n");

    assertThat(sighting.time()).hasValue(TIME);
    assertThat(sighting.place().line()).isEqualTo(2);
  }

  @Test
  void meaningsAreCountedWithFirstAndLast() throws IOException {
    String line = "{\"time\":\"2026-07-0%dT00:00:00Z\",\"t\":\"user's %s\"}\n";

    Decoded decoded =
        decoded(line.formatted(3, BOTH) + line.formatted(1, BOTH) + line.formatted(2, PLAIN));

    assertThat(decoded.meanings()).hasSize(2);
    Meaning first = decoded.meanings().getFirst();
    assertThat(first.marked()).isTrue();
    assertThat(first.count()).isEqualTo(2);
    assertThat(first.first()).hasValue(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(first.last()).hasValue(Instant.parse("2026-07-03T00:00:00Z"));
    assertThat(decoded.meanings().getLast().marked()).isFalse();
    assertThat(decoded.marked()).isTrue();
  }

  @Test
  void compressedLogsAreKnownByTheirContent() throws IOException {
    byte[] log = ("{\"t\":\"" + BOTH + "\"}\n").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(log);
    }

    assertThat(decoded(gzip.toByteArray()).sightings()).hasSize(1);
    assertThat(decoded(Zstd.compress(log)).sightings()).hasSize(1);
  }

  @Test
  void whatBreaksOffIsReadUpToThere() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip, 512, true)) {
      out.write((BOTH + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      out.write(new byte[1000]);
    }
    byte[] whole = gzip.toByteArray();

    Decoded decoded = decoded(java.util.Arrays.copyOf(whole, whole.length - 12));

    assertThat(decoded.sightings()).hasSize(1);
    assertThat(decoded.notSeen()).hasSize(1);
  }

  @Test
  void invalidUtf8IsNoObstacle() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.write(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) 0x80, '\n', (byte) 0xc0});
    log.write(BOTH.getBytes(StandardCharsets.UTF_8));
    log.write(new byte[] {(byte) 0xe2});

    assertThat(decoded(log.toByteArray()).sightings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Todays date is 2026-07-01.",
        "Today's date is 2026-07/01.",
        "Today's date is 2026-7-1.",
        "Today's date is 2026.07.01.",
        "Today`s date is 2026-07-01.",
        "Yesterday's date is 2026-07-01",
        ""
      })
  void otherTextSaysNothing(String text) throws IOException {
    assertThat(decoded(text).meanings()).isEmpty();
  }

  @Test
  void aFolderIsReadInTheOrderOfNames() throws IOException {
    Path folder = temp.resolve("logs");
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("b/x.jsonl"), PLAIN);
    Files.writeString(folder.resolve("a.txt"), BOTH);
    Decoding decoding = new Decoding(known());

    decoding.read(folder);

    Decoded decoded = decoding.decoded(new Engine("0", "0"), TIME);
    assertThat(decoded.files()).isEqualTo(2);
    assertThat(decoded.sightings())
        .extracting(one -> folder.relativize(Path.of(one.place().file())).toString())
        .containsExactly("a.txt", "b/x.jsonl");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> new Decoding(known()).read(temp.resolve("gone")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void aStreamThatIsReadOnceTellsWhatItCannotPlace() {
    Decoding decoding = new Decoding(known());
    String log = "{\n\"a\": \"" + BOTH + "\"\n}";

    decoding.read("-", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));

    Decoded decoded = decoding.decoded(new Engine("0", "0"), TIME);
    assertThat(decoded.sightings()).hasSize(1);
    assertThat(decoded.notSeen()).singleElement().asString().contains("name a file instead");
  }

  /** One of each kind that is no text; the archive is written by hand. */
  @Test
  void marksThatAreNoTextAreReadFromArchives() throws IOException {
    String mechanism =
        """
        schema: candor/mechanism/v1
        name: kinds
        package: pkg:npm/tool
        established: {engine: hand, date: 2026-11-21, scanned: no, trials: 0}
        conditions: [{id: a, factor: timezone, match: equal, values: [x]}]
        carriers:
          - {id: order, kind: header-order, request: POST /v1/x}
          - {id: spelling, kind: header-case, header: x-case}
          - {id: keys, kind: key-order, pointer: /meta}
          - {id: number, kind: number-spelling, pointer: /list/*/t}
          - {id: digit, kind: digit, place: X-Id, position: -1}
          - {id: value, kind: value, place: X-Gone}
        marks:
          - {carrier: order, form: order, codebook: [{when: {a: yes}, word: "x-id,x-case"}, {word: "x-case,x-id"}]}
          - {carrier: spelling, form: format, codebook: [{when: {a: yes}, word: X-CASE}, {word: x-case}]}
          - {carrier: keys, form: order, codebook: [{when: {a: yes}, word: "b,a"}, {word: "a,b"}]}
          - {carrier: number, form: numeric, codebook: [{when: {a: yes}, word: "1.0"}, {word: "11"}]}
          - {carrier: digit, form: numeric, codebook: [{when: {a: yes}, word: "02468ace"}, {word: "13579bdf"}]}
          - {carrier: value, form: presence, codebook: [{when: {a: yes}, word: "(absent)"}, {word: "on"}]}
        """;
    String har =
        """
        {"log": {"version": "1.2", "creator": {"name": "hand", "version": "1"}, "entries": [{
          "startedDateTime": "2026-07-01T03:04:05Z", "time": 1,
          "request": {"method": "POST", "url": "https://host.example.test/v1/x", "httpVersion": "HTTP/1.1",
            "headers": [{"name": "X-Id", "value": "123e"}, {"name": "Accept", "value": "*/*"},
              {"name": "X-CASE", "value": "1"}],
            "queryString": [], "cookies": [], "headersSize": -1, "bodySize": -1,
            "postData": {"mimeType": "application/json",
              "text": "{\\"meta\\":{\\"b\\":1,\\"z\\":0,\\"a\\":2},\\"list\\":[{},{\\"t\\":1.0}]}"}},
          "response": {"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "headers": [],
            "cookies": [], "content": {"size": 0, "mimeType": ""}, "redirectURL": "", "headersSize": -1,
            "bodySize": -1},
          "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 0}}]}}
        """;

    Decoded decoded =
        decoded(
            List.of(MechanismFile.parse("kinds", mechanism)), har.getBytes(StandardCharsets.UTF_8));

    assertThat(decoded.sightings())
        .extracting(one -> symbols(one).getFirst())
        .containsExactly("x-id,x-case", "X-CASE", "b,a", "1.0", "02468ace", "(absent)");
    assertThat(decoded.sightings()).allMatch(Sighting::marked);
    assertThat(decoded.sightings()).extracting(Sighting::time).containsOnly(Optional.of(TIME));
  }
}
