package dev.candor.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Fingerprint;
import dev.candor.audit.attest.Envelope;
import dev.candor.audit.attest.SigningKey;
import dev.candor.audit.verify.Verified.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that are good but for one thing, which is named for the lie that it tells. */
class LiesTest {
  /**
   * One of them.
   *
   * @param envelope makes the file of the good envelope
   * @param place where the lie is found
   * @param what is said of it, or a part
   */
  record Lie(String name, UnaryOperator<Envelope> envelope, String place, String what) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A change of the report, which is signed then. */
  private static Lie report(String name, String place, String what, Consumer<ObjectNode> change) {
    return new Lie(
        name,
        _ -> {
          ObjectNode json = Good.json(Good.report());
          change.accept(json);
          return Good.signed(json);
        },
        place.startsWith("/") ? "report " + place : place,
        what);
  }

  /** A change of the statement around it, which is signed then. */
  private static Lie statement(
      String name, String place, String what, Consumer<ObjectNode> change) {
    return new Lie(
        name,
        good -> {
          ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(good.payload());
          change.accept(json);
          return Envelope.signed(Envelope.IN_TOTO, Good.bytes(json), Good.KEY);
        },
        "statement " + place,
        what);
  }

  private static Lie envelope(
      String name, String place, String what, UnaryOperator<Envelope> change) {
    return new Lie(name, change, "envelope " + place, what);
  }

  static List<Lie> lies() {
    List<Lie> lies = new ArrayList<>(ofEnvelopes());
    lies.addAll(ofTheCode());
    lies.addAll(ofTrials());
    lies.addAll(ofConclusions());
    lies.addAll(ofDisclosures());
    lies.addAll(ofSuppressions());
    return lies;
  }

  private static List<Lie> ofEnvelopes() {
    return List.of(
        envelope(
            "signature-of-another-payload.json",
            "/signatures",
            "none of 1 is a signature of this payload by the key " + Good.KEY.verifying().id(),
            good ->
                new Envelope(
                    good.payloadType(),
                    good.payload(),
                    Good.signed(Good.json(Good.scanned())).signatures())),
        envelope(
            "changed-byte.json",
            "/signatures",
            "none of 1 is a signature of this payload",
            good -> {
              byte[] changed =
                  new String(good.payload(), UTF_8)
                      .replace("\"covert\"", "\"candid\"")
                      .getBytes(UTF_8);
              return new Envelope(good.payloadType(), changed, good.signatures());
            }),
        envelope(
            "payload-written-anew.json",
            "/signatures",
            "none of 1 is a signature of this payload",
            good ->
                new Envelope(
                    good.payloadType(),
                    (new String(good.payload(), UTF_8) + "\n").getBytes(UTF_8),
                    good.signatures())),
        envelope(
            "signed-by-another-key.json",
            "/signatures",
            "none of 1 is a signature of this payload",
            good -> Envelope.signed(good.payloadType(), good.payload(), SigningKey.create())),
        envelope(
            "payload-type-swapped.json",
            "/payloadType",
            "is not application/vnd.in-toto+json",
            good -> new Envelope("text/plain", good.payload(), good.signatures())),
        envelope(
            "signed-as-another-type.json",
            "/payloadType",
            "is not application/vnd.in-toto+json",
            good -> Envelope.signed("text/plain", good.payload(), Good.KEY)),
        statement(
            "statement-of-another-type.json",
            "/_type",
            "is not https://in-toto.io/Statement/v1",
            json -> json.put("_type", "https://in-toto.io/Statement/v0.1")),
        statement(
            "predicate-of-another-type.json",
            "/predicateType",
            "is not urn:candor:schema:report:v1",
            json -> json.put("predicateType", "https://slsa.dev/provenance/v1")),
        statement(
            "other-subject.json",
            "/subject/0/name",
            "not the package that the report names",
            json -> at(json, "/subject/0").put("name", "pkg:npm/heron@1.0.1")),
        statement(
            "other-digest.json",
            "/subject/0/digest",
            "not the digest that the report has",
            json -> at(json, "/subject/0/digest").put("sha512", "ff".repeat(64))),
        statement(
            "one-subject-more.json",
            "/subject",
            "names 3 artifacts, and the report 2",
            json ->
                ((ArrayNode) json.path("subject"))
                    .addObject()
                    .put("name", "pkg:npm/curlew@1.0.0")
                    .putObject("digest")
                    .put("sha256", "ff")),
        statement(
            "no-report.json", "/predicate", "no report", json -> json.put("predicate", "good")));
  }

  private static List<Lie> ofTheCode() {
    return List.of(
        report(
            "table-digest-forged.json",
            "/static/tables/0/id",
            "not the name that its entries give it",
            json -> at(json, "/static/tables/0").putArray("entries").add("Europe/Paris")),
        report(
            "comparison-with-other-entries.json",
            "/static/probes/0/compares/0/values",
            "not the entries of the table it names",
            json -> at(json, "/static/probes/0/compares/0").putArray("values").add("Europe/Paris")),
        report(
            "table-that-is-not-there.json",
            "/static/probes/0/compares/0/table",
            "a table that is not listed",
            json -> at(json, "/static/probes/0/compares/0").put("table", "table-000000000000")),
        report(
            "digests-renamed.json",
            "/static/unreadable/0/id",
            "not the name that its digests give it",
            json -> at(json, "/static/unreadable/0").put("id", "digests-000000000000")),
        report(
            "encoder-of-other-characters.json",
            "/static/encoders/0/id",
            "not the name that its alternatives give it",
            json -> at(json, "/static/encoders/0").putArray("alternatives").add("-").add("_")),
        report(
            "flow-of-another-factor.json",
            "/static/flows/0/id",
            "not the name that its factors and encoders give it",
            json -> at(json, "/static/flows/0").putArray("factors").add("locale")),
        report(
            "flow-explained-away.json",
            "/static/flows/0/covert",
            "a flow is covert just where nothing explains it",
            json -> at(json, "/static/flows/0").put("explained", "it is usual")),
        report(
            "place-that-ends-before-it-begins.json",
            "as a whole",
            "tells what cannot be: not a byte range: 150 to 7",
            json -> at(json, "/static/flows/0/steps/0/location").put("end", 7)),
        report(
            "other-place-than-its-places.json",
            "/static/tables/0/location",
            "another place than the first of its places",
            json -> at(json, "/static/tables/0/location").put("start", 101)),
        report(
            "two-digests-of-one-package.json",
            "/observed/packages/0/subject/digest/sha512",
            "another digest of the same package than at /subject/digest/sha512",
            json -> at(json, "/observed/packages/0/subject").put("purl", "pkg:npm/heron@1.0.0")),
        report(
            "mechanism-of-another-artifact.json",
            "/mechanisms/0/seen/0/sha512",
            "another digest of the same package than at /subject/digest/sha512",
            json -> at(json, "/mechanisms/0/seen/0").put("sha512", "ff".repeat(64))));
  }

  private static List<Lie> ofTrials() {
    return List.of(
        report(
            "trial-that-never-ran.json",
            "/observed/signals/0/symbols/99",
            "a symbol of a trial that is not listed",
            json -> at(json, "/observed/signals/0/symbols").put("99", "/")),
        report(
            "trial-that-failed.json",
            "/observed/signals/0/symbols/4",
            "a symbol of a trial that did not run",
            json -> at(json, "/observed/environments/3").put("end", "did not run: no room")),
        report(
            "trial-counted-twice.json",
            "/observed/environments/1/trial",
            "a trial of this number stands before it",
            json -> at(json, "/observed/environments/1").put("trial", 1)),
        report(
            "trials-that-nobody-lists.json",
            "/observed/trials",
            "says 6000, and 6 trials are listed",
            json -> at(json, "/observed").put("trials", 6000)),
        report(
            "trials-of-a-signal.json",
            "/observed/signals/0/significance/trials",
            "says 600, and 6 trials have a symbol",
            json -> at(json, "/observed/signals/0/significance").put("trials", 600)),
        report(
            "trials-of-a-mechanism.json",
            "/mechanisms/0/established/trials",
            "says 600, and 6 trials are listed",
            json -> at(json, "/mechanisms/0/established").put("trials", 600)),
        report(
            "more-foretold-than-tried.json",
            "/observed/signals/0/significance/fresh/foretold",
            "says 3, and 2 fresh trials have a symbol there",
            json -> at(json, "/observed/signals/0/significance/fresh").put("foretold", 3)),
        report(
            "more-agreed-than-foretold.json",
            "/observed/signals/0/significance/fresh/agreeing",
            "more fresh trials agreed than anything was foretold of",
            json -> at(json, "/observed/signals/0/significance/fresh").put("agreeing", 3)),
        report(
            "symbol-of-another-level.json",
            "/observed/signals/0/symbols/1",
            "another symbol than the codebook has for this trial",
            json -> at(json, "/observed/signals/0/symbols").put("1", "/")),
        report(
            "bits-too-many.json",
            "/observed/signals/0/bits",
            "says 7.00 bits, and 2 symbols can tell 1.00 bits at most",
            json -> at(json, "/observed/signals/0").put("bits", 7)),
        report(
            "bits-too-few.json",
            "/observed/signals/0/bits",
            "says 0.50 bits, and its codebook of 2 symbols tells 1.00 bits",
            json -> at(json, "/observed/signals/0").put("bits", 0.5)),
        report(
            "bits-outside-their-interval.json",
            "/observed/signals/0/bitsInterval",
            "an interval in which the bits do not lie",
            json -> at(json, "/observed/signals/0").putArray("bitsInterval").add(0.1).add(0.2)),
        report(
            "confirmed-by-chance.json",
            "/observed/signals/0/significance/fresh/p",
            "fresh trials that chance explains do not confirm a signal",
            json -> at(json, "/observed/signals/0/significance/fresh").put("p", 0.4)),
        report(
            "chance-of-all-below-that-of-one.json",
            "/observed/signals/0/significance/q",
            "a chance for all places, below that of one",
            json -> at(json, "/observed/signals/0/significance").put("q", 1e-9)),
        report(
            "tried-again-it-is-said.json",
            "/observed/unconfirmed/0/triedAgain",
            "not what the fresh trials that are listed say",
            json -> at(json, "/observed/unconfirmed/0").put("triedAgain", true)),
        report(
            "cut-off-without-a-doubt.json",
            "/observed/doubts",
            "no doubt is told, though the experiment was cut off",
            json -> at(json, "/observed").put("ending", "stopped")),
        report(
            "base-that-never-ran.json",
            "/observed/doubts",
            "no doubt is told, though no trial ran in the base environment",
            json ->
                json.at("/observed/environments")
                    .forEach(trial -> ((ObjectNode) trial).put("purpose", "pairs"))));
  }

  private static List<Lie> ofConclusions() {
    return List.of(
        report(
            "verdict-without-signal.json",
            "/verdict",
            "says covert, and what was found makes it inconclusive",
            json -> {
              at(json, "/observed").putArray("signals");
              json.putArray("mechanisms");
            }),
        report(
            "candid-with-a-signal.json",
            "/verdict",
            "says candid, and what was found makes it covert: the traffic depends on timezone",
            json -> json.put("verdict", "candid")),
        report(
            "no-verdict.json",
            "/verdict",
            "says nothing, and what was found makes it covert",
            json -> json.remove("verdict")),
        report(
            "reason-embellished.json",
            "/reasons/0",
            "what was found makes it: the traffic depends on timezone",
            json -> ((ArrayNode) json.path("reasons")).set(0, "all is well")),
        report(
            "reason-that-nothing-gives.json",
            "/reasons/4",
            "a reason that nothing in the report gives",
            json -> ((ArrayNode) json.path("reasons")).add("the vendor meant well")),
        report(
            "reason-left-out.json",
            "/reasons",
            "leaves out: 1 difference that can be read there, for review",
            json -> ((ArrayNode) json.path("reasons")).remove(3)),
        report(
            "mechanism-of-another-symbol.json",
            "/mechanisms/0/marks/0/codebook/0/symbol",
            "not what the confirmed signals make",
            json -> at(json, "/mechanisms/0/marks/0/codebook/0").put("symbol", "U+005F")),
        report(
            "mechanism-of-no-signal.json",
            "/mechanisms",
            "not what the confirmed signals make",
            json -> {
              ArrayNode mechanisms = (ArrayNode) json.path("mechanisms");
              mechanisms.add(mechanisms.get(0).deepCopy());
            }),
        report(
            "made-yesterday.json",
            "as a whole",
            "tells what cannot be: created is no time in UTC",
            json -> json.put("created", "yesterday")),
        report(
            "number-that-is-a-word.json",
            "/observed/trials",
            "violates the published schema",
            json -> at(json, "/observed").put("trials", "six")));
  }

  /** Of a report that is held against a disclosure of its covert signal. */
  private static Lie disclosed(
      String name, String place, String what, Consumer<ObjectNode> change) {
    return new Lie(
        name,
        _ -> {
          ObjectNode json = Good.json(Good.disclosed());
          change.accept(json);
          return Good.signed(json);
        },
        "report " + place,
        what);
  }

  private static List<Lie> ofSuppressions() {
    ObjectNode entry =
        JsonMapper.shared()
            .createObjectNode()
            .put("rule", "CANDOR-T003")
            .put("fingerprint", "signal-000000000000")
            .put("reason", "r")
            .put("expires", "never")
            .put("by", "b")
            .put("status", "applied");
    return List.of(
        report(
            "suppressed-and-not-there.json",
            "/suppressions/0/status",
            "the report has no such finding",
            json -> json.putArray("suppressions").add(entry)),
        report(
            "there-and-not-suppressed.json",
            "/suppressions/0/status",
            "the report has such a finding",
            json ->
                json.putArray("suppressions")
                    .add(
                        entry
                            .deepCopy()
                            .put(
                                "fingerprint",
                                Fingerprint.of(
                                    Good.report()
                                        .observed()
                                        .orElseThrow()
                                        .signals()
                                        .getFirst()
                                        .signal()))
                            .put("status", "unmatched"))),
        report(
            "suppressed-until-the-thirtieth-of-february.json",
            "as a whole",
            "tells what cannot be: expires is no day",
            json ->
                json.putArray("suppressions").add(entry.deepCopy().put("expires", "2027-02-30"))));
  }

  private static List<Lie> ofDisclosures() {
    return List.of(
        disclosed(
            "declared-by-nobody.json",
            "/disclosure/covered/0",
            "what the statements cover makes it",
            json -> at(json, "/disclosure/covered/0").put("id", "signal-000000000000")),
        disclosed(
            "undeclared-left-out.json",
            "/disclosure/uncovered",
            "leaves out: timezone shows in something being there or not",
            json -> ((ArrayNode) json.at("/disclosure/uncovered")).removeAll()),
        disclosed(
            "declared-and-undeclared.json",
            "/disclosure/covered/1",
            "the statements make it no part of this list",
            json -> {
              ArrayNode covered = (ArrayNode) json.at("/disclosure/covered");
              covered.add(covered.get(0).deepCopy());
            }),
        disclosed(
            "statement-never-seen.json",
            "/disclosure/statements/0/seen",
            "of what was found, it declares 1",
            json -> at(json, "/disclosure/statements/0").put("seen", 0)),
        disclosed(
            "disclosure-of-another-version.json",
            "/disclosure/mismatch",
            "whether the disclosure speaks of this package and version is otherwise",
            json -> at(json, "/disclosure").put("versions", "vers:npm/>=2.0.0")),
        disclosed(
            "statement-without-a-place.json",
            "as a whole",
            "tells what cannot be: a place is prompt",
            json ->
                ((ArrayNode) json.at("/disclosure/statements/0/place")).removeAll().add("there")));
  }

  private static ObjectNode at(ObjectNode json, String pointer) {
    JsonNode there = json.at(pointer);
    assertThat(there.isObject()).as(pointer).isTrue();
    return (ObjectNode) there;
  }

  @Test
  void withoutALieTheFileHolds() {
    Verified verified =
        Good.verified("good.json", Good.bytes(Good.signed(Good.json(Good.report()))));

    assertThat(verified.flaws()).isEmpty();
    assertThat(verified.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verified.held())
        .contains("It is signed by the key " + Good.KEY.verifying().id() + ".");
  }

  @Test
  void aReportThatIsHeldAgainstADisclosureHolds() {
    assertThat(Good.unsigned(Good.json(Good.disclosed())).flaws()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lies")
  void eachLieIsTold(Lie lie) {
    Envelope good = Good.signed(Good.json(Good.report()));

    Verified verified = Good.verified(lie.name(), Good.bytes(lie.envelope().apply(good)));

    assertThat(verified.outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
    assertThat(verified.flaws())
        .anySatisfy(flaw -> {
          assertThat(flaw.place()).endsWith(lie.place());
          assertThat(flaw.what()).contains(lie.what());
        });
  }

  /** By place and words together; lies that only a signature shows have its message. */
  @Test
  void eachLieHasAMessageOfItsOwn() {
    Set<String> messages = new HashSet<>();
    Stream<Lie> told = lies().stream().filter(lie -> !lie.place().equals("envelope /signatures"));

    assertThat(told.filter(lie -> !lie.place().equals("envelope /payloadType")))
        .hasSizeGreaterThan(40)
        .allMatch(lie -> messages.add(lie.place() + lie.what()));
  }
}
