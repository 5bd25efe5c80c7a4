package dev.candor.audit;

import dev.candor.core.Digest;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
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

  public static Report empty() {
    return of(
        new StaticFindings(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
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

  /** The same with the hostile text wherever an artifact's text can stand. */
  public static Report hostile() {
    return withStrings(HOSTILE, "package/" + HOSTILE);
  }

  private static Report withStrings(String text, String module) {
    Location at = new Location(module, 10, 30);
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
            List.of(),
            List.of(),
            List.of(),
            List.of("left out " + text));
    return Report.ofScan(
        new Subject("pkg:generic/tool", Optional.empty()),
        List.of(new Subject("pkg:npm/part@1", Optional.of(new Digest("sha256", "ff")))),
        findings,
        List.of("noted " + text),
        new Engine("1.0", "25"),
        NOON);
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

  public static String written(ReportFormat format, Report report, ReportOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(report, options, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
