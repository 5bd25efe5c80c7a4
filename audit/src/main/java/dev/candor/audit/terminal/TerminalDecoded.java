package dev.candor.audit.terminal;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.decoding.Decoded;
import dev.candor.audit.decoding.DecodedFormat;
import dev.candor.audit.decoding.Meaning;
import dev.candor.audit.decoding.Said;
import dev.candor.audit.decoding.Sighting;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.mechanism.Symbols;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decoded logs for a person: what was said how often, then where. */
@AutoService(DecodedFormat.class)
public final class TerminalDecoded implements DecodedFormat {
  private static final int LABEL = 14;
  private static final int SHOWN = 10;
  private static final int TEXT = 200;
  private static final int VALUES = 4;

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(Decoded decoded, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    page.heading(paint(decoded), headline(decoded));
    page.field(
        "read",
        "%d %s, %,d bytes"
            .formatted(decoded.files(), decoded.files() == 1 ? "log" : "logs", decoded.bytes()));
    decoded.meanings().forEach(meaning -> meaning(page, meaning));
    conditions(page, decoded);
    sightings(page, decoded, options.all());
    page.list("Not seen", decoded.notSeen());
    page.flush();
  }

  private static Paint paint(Decoded decoded) {
    return decoded.marked() ? Paint.ALARM : decoded.inconclusive() ? Paint.DOUBT : Paint.CALM;
  }

  private static String headline(Decoded decoded) {
    long all = decoded.meanings().stream().mapToLong(Meaning::count).sum();
    long doubtful = decoded.meanings().stream().mapToLong(Meaning::doubtful).sum();
    long marked =
        decoded.meanings().stream().filter(Meaning::marked).mapToLong(Meaning::count).sum()
            - doubtful;
    if (all == 0) {
      return "nothing that a known mechanism would send was found";
    }
    String doubt = doubtful == 0 ? "" : ", %d more may be".formatted(doubtful);
    return marked == 0
        ? "no prompt is surely marked, of %d with a known carrier%s".formatted(all, doubt)
        : "%d of %d prompts with a known carrier %s marked%s"
            .formatted(marked, all, marked == 1 ? "is" : "are", doubt);
  }

  private static void meaning(Page page, Meaning meaning) {
    page.blank();
    page.heading(
        Paint.BOLD,
        "%d %s %s"
            .formatted(
                meaning.count(),
                meaning.count() == 1 ? "prompt" : "prompts",
                meaning.marked() ? "marked by " + meaning.mechanism().name() : "not marked"));
    for (Said said : meaning.said()) {
      List<String> values = new ArrayList<>(List.of(Symbols.named(said.symbol())));
      values.add(
          "says "
              + said.meaning().stream()
                  .map(TerminalDecoded::words)
                  .collect(Collectors.joining("; or ")));
      page.fields(said.mark().name(), LABEL, values);
    }
    if (meaning.doubtful() > 0) {
      page.fields(
          "in doubt",
          LABEL,
          List.of(
              "%d of them may have the symbol for an innocent reason"
                  .formatted(meaning.doubtful())));
    }
    meaning
        .first()
        .ifPresent(first ->
            page.fields("when", LABEL, List.of(first + " to " + meaning.last().orElse(first))));
  }

  private static String words(Truths truths) {
    return truths.values().entrySet().stream()
        .map(one -> (one.getValue() ? "" : "not ") + one.getKey())
        .collect(Collectors.joining(", "));
  }

  /** What the words mean that stand behind "says". */
  private static void conditions(Page page, Decoded decoded) {
    Map<String, String> meant = new LinkedHashMap<>();
    for (Meaning meaning : decoded.meanings()) {
      for (Said said : meaning.said()) {
        for (String id : said.mark().conditions()) {
          meaning.mechanism().condition(id).ifPresent(one -> meant.put(id, words(one)));
        }
      }
    }
    if (!meant.isEmpty()) {
      page.blank();
      page.heading(Paint.BOLD, "What is meant");
      meant.forEach((id, words) -> page.fields(id, LABEL, List.of(words)));
    }
  }

  private static String words(Condition condition) {
    List<String> values = condition.values();
    String part =
        condition.part() == Condition.Part.WHOLE
            ? condition.factor()
            : condition.factor() + "'s " + condition.part().word();
    String some = String.join(", ", values.subList(0, Math.min(VALUES, values.size())));
    return part
        + " "
        + switch (condition.match()) {
          case EQUAL -> "is";
          case DOT_SUFFIX -> "is or is below";
          case SUFFIX -> "ends in";
          case PREFIX -> "begins with";
          case SUBSTRING -> "contains";
          case PATTERN -> "matches";
          case DIGEST -> "has the digest";
          case PRESENCE -> "is there";
          case RANGE -> "is";
        }
        + (values.size() > VALUES
            ? " one of %d values (%s, …)".formatted(values.size(), some)
            : " " + String.join(" or ", values));
  }

  private static void sightings(Page page, Decoded decoded, boolean all) {
    List<Sighting> chosen =
        decoded.sightings().stream().filter(one -> all || one.marked() || one.inDoubt()).toList();
    if (chosen.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "Where");
    List<Sighting> shown = all ? chosen : chosen.stream().limit(SHOWN).toList();
    shown.forEach(sighting -> sighting(page, sighting));
    int more = chosen.size() - shown.size();
    if (more > 0) {
      page.aside("… %d more; --all shows them".formatted(more));
    }
    if (decoded.more() > 0) {
      page.aside("%d further ones are counted only".formatted(decoded.more()));
    }
  }

  private static void sighting(Page page, Sighting sighting) {
    Sighting.Place place = sighting.place();
    String where =
        place.file()
            + (place.line() > 0 ? ":" + place.line() : "")
            + (place.offset() >= 0 ? ", byte " + place.offset() : "");
    String time = sighting.time().map(when -> when + "  ").orElse("");
    page.item(time + where);
    if (!place.pointer().isEmpty()) {
      page.aside("at " + place.pointer());
    }
    if (!sighting.text().isEmpty()) {
      String text = sighting.text();
      page.aside(text.length() > TEXT ? text.substring(0, TEXT) + "…" : text);
    }
    for (Said said : sighting.said()) {
      said.doubt().ifPresent(doubt -> page.aside(said.mark().name() + " is in doubt: " + doubt));
    }
  }
}
