package dev.candor.audit.compare;

import dev.candor.audit.Engine;
import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import dev.candor.audit.compare.Column.Heading;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Form;
import dev.candor.core.Subject;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Columns for tests, told what they hold. */
public final class Sides {
  /** Where a model is asked. */
  public static final String ASKING = "POST /v1/messages";

  public static final String PROMPT = "body /system/0/text";

  private final Heading heading;
  private final Tried tried = new Tried();
  private final List<Unopen> unopen = new ArrayList<>();
  private final List<Receipt.Entry> receipt = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  private Sides(Heading heading) {
    this.heading = heading;
  }

  public static Sides tool(String name, String version, Verdict verdict) {
    return tool(name, version, verdict, 60);
  }

  public static Sides tool(String name, String version, Verdict verdict, int trials) {
    return new Sides(
        new Heading(
            new Subject("pkg:npm/%40scope/" + name + "@" + version, Optional.empty()),
            name,
            verdict,
            List.of("because"),
            trials));
  }

  /** Some trial had that level. */
  public Sides tried(String factor, String level) {
    tried.add(factor, level);
    return this;
  }

  /** A fact in the system prompt. */
  public Sides prompt(String fact, String value) {
    return told(fact, value, Observed.ENDPOINT, ASKING, PROMPT, "plain");
  }

  public Sides told(
      String fact, String value, String to, String request, String where, String rendering) {
    receipt.add(new Receipt.Entry(new Fact(fact, value), to, request, where, rendering, 1));
    return this;
  }

  public Sides signal(Form form, String factor, String text) {
    unopen.add(
        new Unopen(
            new TreeSet<>(Set.of(factor)),
            new TreeMap<>(Map.of("ci", new TreeSet<>(Set.of("github" + text)))),
            form,
            ASKING + text,
            "body /messages/0/content" + text,
            1));
    return this;
  }

  public Sides body(String to, String request, String why) {
    unreadable.add(new Unreadable(to, request, why, 3, 999));
    return this;
  }

  public Column column() {
    return new Column(heading, tried, unopen, new Receipt(receipt), unreadable);
  }

  public static SideBySide of(Sides... sides) {
    return SideBySide.of(
        List.of(sides).stream().map(Sides::column).toList(),
        List.of(),
        new Engine("1.0", "25"),
        Reports.NOON);
  }

  /** One of each thing, with that text wherever a report's text can stand. */
  public static SideBySide withStrings(String text) {
    Sides one = tool("tool" + text, "1" + text, Verdict.COVERT);
    one.signal(Form.LOOKALIKE, "timezone" + text, text)
        .signal(Form.OPAQUE, "hostname" + text, text)
        .tried("username", "root" + text)
        .told("username", "root" + text, "host" + text, "GET /" + text, "body /a" + text, "hex")
        .told("host" + text, "wren" + text, Observed.ENDPOINT, ASKING, "header X" + text, text)
        .body("host" + text, "POST /" + text, "why" + text);
    Sides other = tool("tool" + text, "2" + text, Verdict.CANDID);
    other.told("username", "root" + text, "host" + text, "GET /", "target" + text, "plain");
    return SideBySide.of(
        List.of(one.column(), other.column(), tool("third", "", Verdict.OPAQUE).column()),
        List.of("note" + text),
        new Engine("1.0", "25"),
        Reports.NOON);
  }
}
