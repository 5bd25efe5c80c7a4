package dev.candor.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.attest.Attestation;
import dev.candor.audit.attest.Envelope;
import dev.candor.audit.attest.SigningKey;
import dev.candor.audit.disclosure.DisclosureFile;
import dev.candor.audit.json.JsonFormat;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Comparison;
import dev.candor.core.Confidence;
import dev.candor.core.Digest;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import dev.candor.core.Subject;
import dev.candor.core.TableId;
import dev.candor.core.UnreadableTable;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report in which everything is so, of a tool that marks a sentence by the time zone. */
final class Good {
  static final Engine ENGINE = new Engine("1.0", "25");
  static final SigningKey KEY = SigningKey.create();

  private static final List<String> ZONES = List.of("Asia/Tokyo", "Asia/Seoul", "Asia/Manila");
  private static final String MODULE = "package/cli.js";

  private Good() {}

  static Report report() {
    return scanned()
        .with(
            Shown.nothing()
                .sentence(Form.FORMAT)
                .signal(Form.PRESENCE, Shown.ASKING)
                .unconfirmed(Form.OPAQUE, 1, 2, 3, 4)
                .sent(Shown.ASKING, "plain")
                .unreadable("POST /blob")
                .observed(),
            Reports.NOON);
  }

  /** The same, held against a disclosure that declares the first signal. */
  static Report disclosed() {
    return report()
        .with(
            DisclosureFile.parse(
                "d.yaml",
                """
                schema: candor/disclosure/v1
                package: pkg:npm/heron
                versions: [1.0.0]
                statements:
                  - facts: [timezone, ci]
                    to: "*"
                    request: POST /v1/messages
                    place: prompt
                    as: format
                    purpose: The date.
                """));
  }

  static Report scanned() {
    return Report.ofScan(
        new Subject("pkg:npm/heron@1.0.0", Optional.of(new Digest("sha512", "0a1b".repeat(32)))),
        List.of(new Subject("pkg:npm/heron-x64@1.0.0", Optional.of(new Digest("sha256", "ff")))),
        findings(),
        List.of("noted"),
        ENGINE,
        Reports.NOON);
  }

  private static StaticFindings findings() {
    String id = TableId.ofEntries(ZONES);
    HiddenTable table =
        new HiddenTable(
            id,
            List.of("base64"),
            ZONES,
            3,
            new Recovery.Searched(),
            List.of(at(100), at(500)),
            List.of(at(700)));
    List<String> digests = List.of("00ff");
    Encoder encoder = new Encoder(Form.FORMAT, List.of("-", "/"), List.of("timezone"), at(300));
    return new StaticFindings(
        List.of(table),
        List.of(
            new UnreadableTable(
                TableId.ofDigests(digests), "sha256 hex", digests, List.of(at(900)))),
        List.of(),
        List.of(
            new Probe(
                "timezone",
                "process.env.TZ",
                List.of(new Comparison(Match.EQUAL, ZONES, Optional.of(id), at(200))),
                List.of(at(150)))),
        List.of(encoder),
        List.of(
            new Flow(
                List.of("timezone"),
                List.of(),
                List.of(encoder),
                List.of(
                    new Step(Step.Kind.PROBE, at(150), "process.env.TZ", "reads"),
                    new Step(Step.Kind.REQUEST, at(400), "send()", "sends")),
                Confidence.FOLLOWED,
                Optional.empty())),
        List.of("left out"));
  }

  private static Location at(long start) {
    return new Location(MODULE, start, start + 40);
  }

  /** The JSON of a report, to be changed. */
  static ObjectNode json(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonFormat().write(report, ReportOptions.PLAIN, out);
    return (ObjectNode) JsonMapper.shared().readTree(out.toByteArray());
  }

  static Envelope signed(ObjectNode report) {
    return Attestation.of("report", bytes(report), KEY);
  }

  static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(UTF_8);
  }

  static byte[] bytes(Envelope envelope) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    envelope.write(out);
    return out.toByteArray();
  }

  /** What is said of a file that must be signed by the key. */
  static Verified verified(String name, byte[] file) {
    return Verification.of(name, file, Optional.of(KEY.verifying()), ENGINE).verified(Reports.NOON);
  }

  static Verified unsigned(ObjectNode report) {
    return Verification.of("report.json", bytes(report), Optional.empty(), ENGINE)
        .verified(Reports.NOON);
  }
}
