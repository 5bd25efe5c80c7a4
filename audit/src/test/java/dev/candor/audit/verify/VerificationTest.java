package dev.candor.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.attest.Attestation;
import dev.candor.audit.attest.Envelope;
import dev.candor.audit.json.HostileJson;
import dev.candor.audit.json.JsonVerified;
import dev.candor.audit.observed.Shown;
import dev.candor.audit.terminal.TerminalVerified;
import dev.candor.audit.verify.Verified.Outcome;
import dev.candor.core.Form;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VerificationTest {
  @Test
  void aReportThatWasSignedAsItWasWrittenHolds() {
    Envelope signed = Attestation.of(Good.report(), ReportOptions.PLAIN, Good.KEY);

    Verified verified = Good.verified("good.json", Good.bytes(signed));

    assertThat(verified.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verified.claim())
        .containsExactly("pkg:npm/heron@1.0.0", "sha512:" + "0a1b".repeat(32), "covert");
    assertThat(verified.open()).isEmpty();
  }

  /** The predicate is the report itself, as another program finds it. */
  @Test
  void theStatementIsOfInToto() {
    JsonNode statement =
        JsonMapper.shared()
            .readTree(Attestation.of(Good.report(), ReportOptions.PLAIN, Good.KEY).payload());

    assertThat(statement.path("_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.at("/subject/0/name").asString()).isEqualTo("pkg:npm/heron@1.0.0");
    assertThat(statement.at("/subject/0/digest/sha512").asString()).isEqualTo("0a1b".repeat(32));
    assertThat(statement.at("/subject/1/name").asString()).isEqualTo("pkg:npm/heron-x64@1.0.0");
    assertThat(statement.path("predicate")).isEqualTo(Good.json(Good.report()));
  }

  @Test
  void whoseSignatureItIsCannotBeDecidedWithoutAKey() {
    Verified verified =
        Verification.of(
                "good.json",
                Good.bytes(Good.signed(Good.json(Good.report()))),
                Optional.empty(),
                Good.ENGINE)
            .verified(Reports.NOON);

    assertThat(verified.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verified.open()).singleElement().asString().contains("--key FILE");
  }

  @Test
  void anUnsignedReportIsVerifiedForTheRestAndSaysSo() {
    Verified verified = Good.unsigned(Good.json(Good.report()));

    assertThat(verified.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verified.notes()).contains("It bears no signature: anybody may have written it.");
  }

  @Test
  void anUnsignedReportIsNotWhatAKeyAsksFor() {
    Verified verified = Good.verified("report.json", Good.bytes(Good.json(Good.report())));

    assertThat(verified.flaws())
        .containsExactly(
            new Flaw("report as a whole", "bears no signature, and one by the key is wanted"));
  }

  /** Nothing of what a stranger has signed is looked at. */
  @Test
  void whatIsNotSignedByTheKeyIsNotRead() {
    Envelope good = Good.signed(Good.json(Good.report()));
    Envelope other = new Envelope(good.payloadType(), "[[[".getBytes(UTF_8), good.signatures());

    Verified verified = Good.verified("other.json", Good.bytes(other));

    assertThat(verified.flaws()).hasSize(1);
    assertThat(verified.claim()).isEmpty();
  }

  @Test
  void aScanHoldsAndAnAuditThatWasInterruptedBeforeItsFirstTrial() {
    assertThat(Good.unsigned(Good.json(Good.scanned())).flaws()).isEmpty();
    assertThat(Good.unsigned(Good.json(Good.scanned().withoutTrial(Reports.NOON))).flaws())
        .isEmpty();
    assertThat(Good.unsigned(Good.json(Reports.empty().withoutTrial(Reports.NOON))).flaws())
        .isEmpty();
  }

  @Test
  void eachVerdictFollowsFromWhatMakesIt() {
    List<Report> reports =
        List.of(
            Reports.audited(Shown.nothing().observed()),
            Reports.audited(Shown.nothing().doubt("Nobody knows.").observed()),
            Reports.audited(Shown.nothing().signal(Form.OPAQUE, Shown.ASKING).observed()),
            Reports.audited(Shown.nothing().sent(Shown.ASKING, "sha256 in hex").observed()),
            Reports.audited(Shown.nothing().unconfirmed(Form.FORMAT, 1, 2, 3, 4).observed()),
            Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed()));

    assertThat(reports)
        .extracting(report -> report.verdict().orElseThrow().word())
        .containsExactly("candid", "inconclusive", "opaque", "opaque", "inconclusive", "covert");
    assertThat(reports)
        .allSatisfy(report -> assertThat(Good.unsigned(Good.json(report)).flaws()).isEmpty());
  }

  /** What follows from other members may be worded otherwise by another version. */
  @Test
  void reasonsOfAnotherVersionAreNotHeldAgainstIt() {
    ObjectNode json = Good.json(Good.report());
    ((ObjectNode) json.path("engine")).put("version", "0.9");
    ((ArrayNode) json.path("reasons")).set(0, "it was otherwise put");

    Verified verified = Good.unsigned(json);

    assertThat(verified.flaws()).isEmpty();
    assertThat(verified.notes())
        .anySatisfy(note -> assertThat(note).contains("Candor 0.9 wrote it"));
  }

  /** As the schema says: readers pass over members that they do not know. */
  @Test
  void membersThatAreNotKnownArePassedOver() {
    ObjectNode json = Good.json(Good.report());
    json.put("mood", "bright");

    assertThat(Good.unsigned(json).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void aFolderHasNothingThatCouldBeSignedFor() {
    assertThatThrownBy(() -> Attestation.of(Reports.full(), ReportOptions.PLAIN, Good.KEY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("A folder has no digest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "null",
        "{",
        "{}",
        "{\"schema\":\"candor/recording/v1\"}",
        "{\"schema\":\"candor/report/v1\",\"schema\":\"candor/report/v1\"}",
        "{} {}",
        "\u0000",
        "\ufeff{\"schema\":\"candor/report/v1\"}"
      })
  void whatIsNoReportIsRefused(String text) {
    assertThatThrownBy(() ->
            Verification.of(
                "r.json", text.getBytes(UTF_8), Optional.empty(), new Engine("1", "25")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("r.json");
  }

  @Test
  void aPayloadThatIsDeepOrNamesAMemberTwiceIsRefused() {
    for (String payload :
        List.of("[".repeat(100), "{\"_type\":1,\"_type\":2}", "{\"n\":1e999}", "\u001b[31m")) {
      Envelope signed = Envelope.signed(Envelope.IN_TOTO, payload.getBytes(UTF_8), Good.KEY);
      assertThatThrownBy(() -> Good.verified("r.json", Good.bytes(signed)))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("r.json, payload, ");
    }
  }

  /** Whoever makes up a report may make one that takes long to compare with itself. */
  @Test
  void whatTakesTooLongIsUndecidedAndEnded() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Verified verified =
        Verification.of(
                "report.json",
                Good.bytes(Good.json(Good.report())),
                Optional.empty(),
                Good.ENGINE,
                Duration.ofMillis(1),
                (json, engine) -> untilInterrupted(ended))
            .verified(Reports.NOON);

    assertThat(verified.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verified.open()).singleElement().asString().contains("was not told within");
    ended.await();
  }

  private static Judgement untilInterrupted(CountDownLatch ended) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      ended.countDown();
    }
    throw new IllegalStateException("nobody waits for it");
  }

  @Test
  void trialsAreBounded() {
    ObjectNode json = Good.json(Good.report());
    ArrayNode trials = (ArrayNode) json.at("/observed/environments");
    for (int i = 0; i < 100_000; i++) {
      trials.add(trials.get(0));
    }

    assertThat(Good.unsigned(json).flaws())
        .containsExactly(
            new Flaw(
                "report as a whole",
                "tells what cannot be: more trials or signals than any audit has"));
  }

  /** As scan writes it where an artifact holds one. */
  @Test
  void aLoneSurrogateIsSignedLikeAnyText() {
    String text = Good.json(Good.report()).toString();
    String odd = text.replace("\"status 0\"", "\"status 0 \\ud800\"");
    assertThat(odd).isNotEqualTo(text);

    Envelope signed = Attestation.of("report", odd.getBytes(UTF_8), Good.KEY);

    assertThat(Good.verified("odd.json", Good.bytes(signed)).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void aFileIsBounded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.json");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(Envelope.MOST_BYTES + 1L);
    }

    assertThatThrownBy(() -> Verification.of(file, Optional.empty(), Good.ENGINE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("large.json: larger than 65 MiB");
  }

  /** Whatever of the file is changed: it holds only where what was signed is still the same. */
  @Property(tries = 300)
  void aChangedByteOfTheFileIsSeenOrDoesNotMatter(
      @ForAll @IntRange(max = 20_000) int at, @ForAll @IntRange(min = 1, max = 127) int mask) {
    Envelope good = Good.signed(Good.json(Good.scanned()));
    byte[] file = Good.bytes(good);
    file[at % file.length] ^= (byte) mask;
    try {
      if (Good.verified("r.json", file).outcome() == Outcome.HOLDS) {
        Envelope read = Envelope.of("r.json", HostileJson.tree("r.json", file));
        assertThat(read.payload()).isEqualTo(good.payload());
        assertThat(read.payloadType()).isEqualTo(good.payloadType());
        assertThat(read.signatures().getFirst().signature())
            .isEqualTo(good.signatures().getFirst().signature());
      }
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("r.json");
    }
  }

  /** So many values that keeping them would take a machine's memory. */
  @Test
  void valuesAreBounded() {
    byte[] many = ("{\"a\":[" + "0,".repeat(4_000_000) + "0]}").getBytes(UTF_8);

    assertThatThrownBy(
            () -> Verification.of("r.json", many, Optional.empty(), new Engine("1", "25")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger or deeper than a report is");
  }

  /** Each leaf in turn becomes something else; nothing but a flaw or a refusal comes of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "-1",
        "1e300",
        "9223372036854775807",
        "true",
        "\"\"",
        "\"\\u001b[31m\\ud800\\u202e\"",
        "[]",
        "{}"
      })
  void whateverALeafBecomesTheReportIsReadOrRefused(String value) {
    ObjectNode good = Good.json(Good.report());
    List<String> leaves = new ArrayList<>();
    leaves("", good, leaves);
    assertThat(leaves).hasSizeGreaterThan(200);

    for (String leaf : leaves) {
      ObjectNode changed = good.deepCopy();
      set(changed, leaf, JsonMapper.shared().readTree(value));
      try {
        assertInert(Good.unsigned(changed));
      } catch (InputException e) {
        assertThat(e).as(leaf).hasMessageStartingWith("report.json");
      }
    }
  }

  static void assertInert(Verified verified) {
    assertThat(Reports.written(new TerminalVerified(), verified, ReportOptions.PLAIN).codePoints())
        .noneMatch(c ->
            c != '\n' && Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    assertThat(Reports.written(new JsonVerified(), verified, ReportOptions.PLAIN).codePoints())
        .allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7f);
  }

  private static void leaves(String at, JsonNode node, List<String> into) {
    if (node.isObject() && !node.isEmpty()) {
      node.forEachEntry((name, value) -> leaves(at + "/" + name, value, into));
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(at + "/" + i, node.get(i), into);
      }
    } else {
      into.add(at);
    }
  }

  private static void set(ObjectNode json, String pointer, JsonNode value) {
    int cut = pointer.lastIndexOf('/');
    String name = pointer.substring(cut + 1);
    JsonNode parent = json.at(pointer.substring(0, cut));
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }
}
