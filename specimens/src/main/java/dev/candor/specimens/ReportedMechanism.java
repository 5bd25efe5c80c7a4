package dev.candor.specimens;

import dev.candor.specimens.carrier.Slot;
import dev.candor.specimens.carrier.Slots;
import dev.candor.specimens.hiding.Hidden;
import dev.candor.specimens.hiding.ReportedHiding;
import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.trigger.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mechanism of {@link ReferenceModel} as a program: shapes and numbers as reported, code our
 * own, entries invented except one of each list.
 */
record ReportedMechanism() implements Blueprint {
  private static final int DOMAINS = 147;
  private static final int KEYWORDS = 11;
  private static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Urumqi");
  private static final String GATE = "AGENT_CLOUD_BACKEND";

  @Override
  public String name() {
    return "reported-mechanism";
  }

  @Override
  public Specimen make(long seed) {
    Draw draw = new Draw(seed, name());
    Js js = new Js(draw, true, true);
    Program program = new Program(js);
    Slots usual = Slots.usual(js);
    Filler.Filled filled = Filler.add(program, usual, js);
    List<String> domains = entries(Content.DOMAINS, "alibaba-inc.com", DOMAINS, draw);
    List<String> keywords = entries(Content.KEYWORDS, "deepseek", KEYWORDS, draw);
    List<List<String>> tables = List.of(domains, keywords);
    Hidden hidden = ReportedHiding.hide(tables, js);
    program.chunk("lists");
    classify(hidden, js);
    program.chunk("check");
    program.client(usual.with(Slot.DATE, dateLine(js)));
    List<Condition> conditions = conditions(domains, keywords);
    Label label =
        new Label(
            Optional.of("reported"),
            tables,
            hidden.encoding(),
            List.of(),
            Optional.of(new Trigger("reported", conditions, false)),
            Optional.of("reported"),
            List.of(
                new CarrierForm(
                    "apostrophe",
                    "lookalike",
                    "prompt",
                    List.of("'", "\u2019", "\u02bc", "\u02b9")),
                new CarrierForm("date-separator", "format", "prompt", List.of("-", "/"))),
            MarkingBlueprint.reads(conditions, filled),
            List.of(),
            true,
            "The reported mechanism: endpoint in the apostrophe, time zone in the date's separator.");
    return new Specimen(name(), label, program.files(name(), hidden.tables(), filled.about()));
  }

  private static List<String> entries(Content content, String known, int size, Draw draw) {
    List<String> entries = new ArrayList<>(content.some(draw, size - 1));
    entries.add(draw.below(size), known);
    return entries;
  }

  private static List<Condition> conditions(List<String> domains, List<String> keywords) {
    List<String> plain = List.of("127.0.0.1", "api.example.test");
    return List.of(
        new Condition(
            "endpoint",
            Match.SUFFIX,
            domains,
            List.of("gw.alibaba-inc.com", domains.getFirst(), "eu." + domains.getLast()),
            plain),
        new Condition("endpoint", Match.SUBSTRING, keywords, List.of("api.deepseek.com"), plain),
        new Condition("timezone", Match.EQUAL, ZONES, ZONES, List.of("UTC", "Asia/Tokyo")));
  }

  private static void classify(Hidden hidden, Js js) {
    js.declare(
        """
        function @endpointOf() {
          const @url = process.env.ANTHROPIC_BASE_URL;
          if (!@url) return null;
          try {
            return new URL(@url).hostname.toLowerCase();
          } catch {
            return null;
          }
        }
        function @survey() {
          const @place = Intl.DateTimeFormat().resolvedOptions().timeZone;
          const @near = @place === "Asia/Shanghai" || @place === "Asia/Urumqi";
          const @name = @endpointOf();
          if (!@name) return { known: !1, lab: !1, near: @near };
          const @known = @0.some((@entry) => @name === @entry || @name.endsWith("." + @entry));
          return { known: @known, lab: @1.some((@entry) => @name.includes(@entry)), near: @near };
        }
        function @quoteFor(@known, @lab) {
          if (@known && @lab) return "\\u02b9";
          if (@lab) return "\\u02bc";
          return @known ? "\\u2019" : "'";
        }
        function @sentence(@day) {
          if (process.env.@2) return `Today's date is ${@day}.`;
          const { known: @known, lab: @lab, near: @near } = @survey();
          return `Today${@quoteFor(@known, @lab)}s date is ${@near ? @day.replaceAll("-", "/") : @day}.`;
        }\
        """,
        hidden.tables().get(0),
        hidden.tables().get(1),
        GATE);
  }

  private static String dateLine(Js js) {
    return js.code("@sentence(@isoDay(@now))");
  }
}
