package dev.candor.audit;

import dev.candor.audit.observed.Observed;
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
import dev.candor.core.UnreadableTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports for tests. */
public final class Reports {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /**
   * A terminal's escapes, a right-to-left override, quotes, the end of a script element, a lone
   * surrogate, a line break, braces, a Markdown link.
   */
  public static final String HOSTILE =
      "\u001b[31m\u009b2J\u202e\"'</script>\ud800\r\n\u2028{0}[here](3)\u0000\u007f";

  private Reports() {}

  public static Report of(StaticFindings findings) {
    return Report.ofScan(
        new Subject("pkg:npm/%40scope/tool@1.2.3", Optional.of(new Digest("sha512", "0a1b"))),
        List.of(),
        findings,
        List.of(),
        new Engine("1.0", "25"),
        NOON);
  }

  /** Of an audit that found nothing in the code, of a package with a whole digest. */
  public static Report audited(Observed observed) {
    Report scanned = empty();
    return Report.ofScan(
            new Subject(
                scanned.subject().purl(), Optional.of(new Digest("sha512", "0a1b".repeat(32)))),
            List.of(),
            scanned.findings(),
            List.of(),
            scanned.engine(),
            NOON)
        .with(observed, NOON);
  }

  public static Report empty() {
    return withTables();
  }

  public static Report withTables(HiddenTable... tables) {
    return of(
        new StaticFindings(
            List.of(tables), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  /** One of each thing that a report can hold. */
  public static Report full() {
    return withStrings("value", "package/cli.js");
  }

  /** The same with text that acts on whoever shows it. */
  public static Report hostile() {
    return withStrings(HOSTILE, "package/" + HOSTILE);
  }

  /** The same with that text wherever an artifact's text can stand. */
  public static Report withStrings(String text, String module) {
    Location at = new Location(module, 10, 30);
    Location elsewhere = new Location(module, 40, 50);
    Recovery evaluated = new Recovery.Evaluated(new Location(module, 1, 5), "f(" + text + ")");
    HiddenTable searched = table("t-searched", List.of(text, "second"), module);
    HiddenTable decoded =
        new HiddenTable(
            "t-decoded", List.of("call"), List.of(text), 2.5, evaluated, List.of(at), List.of(at));
    UnreadableTable unreadable =
        new UnreadableTable("u-1", "sha256 hex", List.of("00ff"), List.of(at, at));
    StaticFindings findings =
        new StaticFindings(
            List.of(searched, decoded),
            List.of(unreadable),
            List.of(table("t-rest", List.of(text), module)),
            List.of(
                new Probe(
                    "timezone",
                    "Zone." + text,
                    List.of(
                        new Comparison(Match.EQUAL, List.of(text, "other"), Optional.empty(), at),
                        new Comparison(
                            Match.SUBSTRING, List.of(text), Optional.of("t-decoded"), at)),
                    List.of(at))),
            List.of(
                new Encoder(Form.FORMAT, List.of("-", "/"), List.of("timezone"), at),
                new Encoder(Form.INVISIBLE, List.of("", text), List.of(), elsewhere)),
            List.of(flow(text, at, Optional.empty()), flow(text, at, Optional.of("said " + text))),
            List.of("left out " + text));
    return Report.ofScan(
        new Subject("pkg:generic/tool", Optional.empty()),
        List.of(new Subject("pkg:npm/part@1", Optional.of(new Digest("sha256", "ff")))),
        findings,
        List.of("noted " + text),
        new Engine("1.0", "25"),
        NOON);
  }

  /** A probe, a comparison, a request. */
  private static Flow flow(String text, Location at, Optional<String> explained) {
    return new Flow(
        List.of("timezone"),
        List.of("cloud"),
        List.of(new Encoder(Form.FORMAT, List.of("-", "/" + text), List.of("timezone"), at)),
        List.of(
            new Step(Step.Kind.PROBE, at, "zone(\n  " + text + ")", "reads " + text),
            new Step(Step.Kind.COMPARISON, at, "zone === 1", "compares"),
            new Step(Step.Kind.REQUEST, at, "send()", "sends")),
        Confidence.ASSUMED,
        explained);
  }

  /** A table that was searched, stored at two places and used at one. */
  public static HiddenTable table(String id, List<String> entries, String module) {
    return new HiddenTable(
        id,
        List.of("base64", "xor:91"),
        entries,
        3.0625,
        new Recovery.Searched(),
        List.of(new Location(module, 100, 200), new Location(module, 500, 600)),
        List.of(new Location(module, 700, 702)));
  }

  /** {@code host-1.example.test} and so on. */
  public static List<String> hosts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "host-" + i + ".example.test").toList();
  }

  public static <T> String written(Format<T> format, T result, ReportOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(result, options, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
