package dev.candor.audit;

import dev.candor.core.Comparison;
import dev.candor.core.Confidence;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A tool that marks a sentence of its prompt, as one did in the spring of 2026: the apostrophe
 * tells of the endpoint's host, the date's separator of the time zone. The marking can be taken
 * out, and the same source can be built into other bytes.
 */
public final class Marked {
  public static final Encoder APOSTROPHE =
      encoder(Form.LOOKALIKE, List.of("'", "\u2019", "\u02bc", "\u02b9"), "endpoint", 0);
  public static final Encoder SEPARATOR = encoder(Form.FORMAT, List.of("-", "/"), "timezone", 0);

  private final String module;
  private final long moved;
  private final boolean turned;

  private Marked(String module, long moved, boolean turned) {
    this.module = module;
    this.moved = moved;
    this.turned = turned;
  }

  /** As it was published first. */
  public static Report report() {
    return Reports.of(new Marked("package/cli.js", 0, false).findings());
  }

  /** The same source in an executable: other module, other places, other order. */
  public static Report rebuilt() {
    return Reports.of(new Marked("package/tool!/app/main.js", 7_000_000, true).findings());
  }

  /**
   * The version before: neither tables nor encoders, and the endpoint is only tested for one host.
   */
  public static Report before() {
    Marked made = new Marked("package/cli.js", 0, false);
    return Reports.of(
        new StaticFindings(
            List.of(),
            List.of(),
            List.of(),
            List.of(made.ci(), made.endpoint(List.of(made.constant()))),
            List.of(),
            List.of(),
            List.of()));
  }

  private StaticFindings findings() {
    List<Encoder> encoders =
        List.of(
            encoder(Form.LOOKALIKE, order(APOSTROPHE.alternatives()), "endpoint", 4_242),
            encoder(Form.FORMAT, order(SEPARATOR.alternatives()), "timezone", 4_400));
    Probe zone =
        new Probe(
            "timezone",
            "Intl.DateTimeFormat().resolvedOptions().timeZone",
            List.of(
                new Comparison(
                    Match.EQUAL,
                    order(List.of("Asia/Shanghai", "Asia/Urumqi")),
                    Optional.empty(),
                    at(4_000, 4_040))),
            List.of(at(300, 350)));
    Probe endpoint =
        endpoint(
            List.of(
                constant(),
                new Comparison(
                    Match.DOT_SUFFIX, List.of(), Optional.of("table-hosts"), at(4_100, 4_140)),
                new Comparison(
                    Match.SUBSTRING, List.of(), Optional.of("table-words"), at(4_150, 4_180))));
    return new StaticFindings(
        List.of(
            table("table-hosts", Reports.hosts(147), 5_000),
            table(
                "table-words", IntStream.range(0, 11).mapToObj(i -> "word-" + i).toList(), 8_000)),
        List.of(),
        List.of(),
        order(List.of(endpoint, zone, ci(), editor())),
        order(encoders),
        List.of(flow(encoders)),
        List.of());
  }

  private Flow flow(List<Encoder> encoders) {
    return new Flow(
        List.of("endpoint", "timezone"),
        List.of("cloud"),
        order(encoders),
        List.of(
            step(Step.Kind.PROBE, at(300, 350), "zone()", "reads the time zone by its name"),
            step(Step.Kind.COMPARISON, at(4_000, 4_040), "a === b", "compares what was read"),
            step(Step.Kind.PROBE, at(100, 120), "process.env.X", "reads the endpoint"),
            step(Step.Kind.COMPARISON, at(4_100, 4_140), "c.some(f)", "compares its host"),
            step(Step.Kind.COMPARISON, at(4_150, 4_180), "d.some(g)", "compares its host"),
            step(Step.Kind.ENCODER, at(4_242, 4_300), "if (a)\n  return b;", "picks one of four"),
            step(Step.Kind.TEXT, at(4_500, 4_550), "`Today${x}s`", "puts it into the sentence"),
            step(Step.Kind.REQUEST, at(9_000, 9_050), "send(t)", "sends the sentence")),
        Confidence.FOLLOWED,
        Optional.empty());
  }

  private Comparison constant() {
    return new Comparison(
        Match.SUFFIX, List.of(".vendor.test"), Optional.empty(), at(2_000, 2_010));
  }

  private Probe endpoint(List<Comparison> compares) {
    return new Probe(
        "endpoint", "process.env.TOOL_BASE_URL", compares, List.of(at(100, 120), at(900, 920)));
  }

  private Probe ci() {
    return new Probe("ci", "process.env.CI", List.of(), List.of(at(600, 610)));
  }

  private Probe editor() {
    return new Probe("editor", "process.env.EDITOR", List.of(), List.of(at(700, 710)));
  }

  private HiddenTable table(String id, List<String> entries, long start) {
    return new HiddenTable(
        id,
        List.of("base64", "xor:91"),
        entries,
        3,
        new Recovery.Searched(),
        List.of(at(start, start + 100)),
        List.of());
  }

  private static Encoder encoder(Form form, List<String> alternatives, String factor, long start) {
    return new Encoder(
        form, alternatives, List.of(factor), new Location("package/cli.js", start, start + 58));
  }

  private static Step step(Step.Kind kind, Location at, String snippet, String why) {
    return new Step(kind, at, snippet, why);
  }

  private Location at(long start, long end) {
    return new Location(module, start + moved, end + moved);
  }

  private <T> List<T> order(List<T> items) {
    return turned ? new ArrayList<>(items).reversed() : items;
  }
}
