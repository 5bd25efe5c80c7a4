package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.exposure.Exposure;
import dev.candor.audit.exposure.Exposure.Held;
import dev.candor.audit.exposure.Exposure.Sent;
import dev.candor.audit.exposure.ExposureFormat;
import dev.candor.audit.exposure.ExposureReport;
import dev.candor.audit.exposure.Reading;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.Symbols;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Exposure for a person: the answer, what was read and where, what would be sent. */
@AutoService(ExposureFormat.class)
public final class TerminalExposure implements ExposureFormat {
  private static final int LABEL = 18;
  private static final int MATCHES = 5;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(ExposureReport report, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    boolean first = true;
    for (Exposure exposure : report.exposures()) {
      if (!first) {
        page.blank();
      }
      first = false;
      exposure(page, exposure, options.all());
    }
    page.flush();
  }

  private static void exposure(Page page, Exposure exposure, boolean all) {
    Mechanism mechanism = exposure.mechanism();
    page.heading(paint(exposure.marked()), headline(exposure));
    page.field("package", package_(mechanism));
    page.field("found by", established(mechanism));
    page.blank();
    page.heading(Paint.BOLD, "Read");
    exposure.readings().forEach(reading -> reading(page, reading));
    page.blank();
    page.heading(Paint.BOLD, "Conditions");
    exposure
        .conditions()
        .forEach(held -> page.fields(held.condition().id(), LABEL, List.of(held(held, all))));
    page.fields("gate", LABEL, List.of(gate(exposure)));
    page.blank();
    page.heading(Paint.BOLD, "Would be sent");
    exposure.marks().forEach(sent -> sent(page, sent));
    exposure.texts().forEach(text -> page.fields("as", LABEL, List.of(text)));
  }

  private static Paint paint(Exposure.Answer answer) {
    return switch (answer) {
      case YES -> Paint.ALARM;
      case NO -> Paint.CALM;
      case UNKNOWN -> Paint.DOUBT;
    };
  }

  private static String headline(Exposure exposure) {
    String name = exposure.mechanism().name();
    return switch (exposure.marked()) {
      case YES -> "marked: " + name + " would mark this environment";
      case NO -> "not marked: " + name + " would send the same as for anybody";
      case UNKNOWN -> "unknown: not enough could be read to say what " + name + " would send";
    };
  }

  private static String package_(Mechanism mechanism) {
    String versions =
        mechanism.versions().isEmpty()
            ? mechanism.seen().stream()
                .map(seen -> seen.purl().replaceFirst("^[^@]*", "")) // a local one has no version
                .filter(version -> !version.isEmpty())
                .collect(Collectors.joining(", "))
            : mechanism.versions().replaceFirst("^vers:[a-z]+/", "").replace("|", " ");
    return (mechanism.purl() + " " + versions).strip();
  }

  private static String established(Mechanism mechanism) {
    var how = mechanism.established();
    return "%s, %s%s%s"
        .formatted(
            how.engine(),
            how.date(),
            how.scanned() ? ", in the code" : "",
            how.trials() > 0 ? ", in " + how.trials() + " trials" : "");
  }

  private static void reading(Page page, Reading reading) {
    String value =
        switch (reading) {
          case Reading.Found found ->
              found.levels().getFirst()
                  + (found.levels().size() > 1 ? ", which is " + found.levels().get(1) : "")
                  + " ("
                  + found.source()
                  + ")";
          case Reading.Absent absent -> "none (" + absent.source() + ")";
          case Reading.Unreadable unreadable -> "not read: " + unreadable.why();
        };
    page.fields(reading.factor(), LABEL, List.of(value));
  }

  private static String held(Held held, boolean all) {
    String holds = held.holds().map(yes -> yes ? "yes" : "no").orElse("unknown");
    List<String> shown = all ? held.by() : held.by().stream().limit(MATCHES).toList();
    String more = shown.size() < held.by().size() ? ", …" : "";
    String by =
        held.by().isEmpty()
            ? ""
            : ": " + held.condition().match().word() + " " + String.join(", ", shown) + more;
    return holds + by;
  }

  private static String gate(Exposure exposure) {
    String state =
        switch (exposure.gate()) {
          case OPEN -> "open";
          case CLOSED -> "closed: nothing is marked";
          case UNKNOWN -> "unknown";
        };
    boolean sure = exposure.mechanism().gate().complete() || exposure.gate() == Gate.State.CLOSED;
    return sure ? state : state + "; something that is not known may close it";
  }

  private static void sent(Page page, Sent sent) {
    Mark mark = sent.mark();
    String symbols =
        sent.symbols().stream().map(Symbols::named).collect(Collectors.joining(", or "));
    String meaning =
        switch (sent.marked()) {
          case NO -> "as for anybody";
          case YES -> mark.form().word() + ", instead of " + Symbols.named(mark.unmarked());
          case UNKNOWN -> mark.form().word() + ", not known which";
        };
    page.fields(mark.name(), LABEL, List.of(symbols, meaning));
  }
}
