package dev.candor.audit.terminal;

import dev.candor.audit.Count;
import dev.candor.audit.FlowWords;
import dev.candor.audit.Rendering;
import dev.candor.audit.SignalWords;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.core.Form;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What an experiment showed: signals with their codebooks, what is explained, what varies. */
record SignalSection(Page page, boolean all) {
  private static final int LEVELS = 4;
  private static final int PLACES = 3;
  private static final int LISTED = 5;

  void write(Observed observed) {
    List<Confirmed> readable =
        observed.signals().stream().filter(one -> isReadable(one.signal())).toList();
    observed.signals().stream()
        .filter(one -> all || !isReadable(one.signal()))
        .forEach(this::signal);
    if (!all) {
      list("Differences that can be read there", readable.stream().map(Confirmed::signal).toList());
    }
    list(
        "Seemed to depend, and was not seen again",
        observed.unconfirmed().stream().filter(observed::wasTriedAgain).toList());
    list(
        "Seemed to depend, and was not tried again",
        observed.unconfirmed().stream().filter(one -> !observed.wasTriedAgain(one)).toList());
    explained(observed);
  }

  private void signal(Confirmed confirmed) {
    Signal signal = confirmed.signal();
    page.blank();
    page.heading(Paint.BOLD, "Signal: " + SignalWords.of(signal));
    page.field("form", signal.form().word());
    page.field("where", where(signal.carrier()));
    text(signal.carrier());
    if (!signal.also().isEmpty()) {
      page.field("also", places(signal.also()));
    }
    page.fields("codebook", codebook(signal.codebook()));
    signal.gates().forEach((gate, closed) -> page.field("off with", gate + " " + some(closed)));
    page.field("sure", sure(confirmed));
  }

  private static String where(Carrier carrier) {
    return carrier.request() + ", " + carrier.where();
  }

  private void text(Carrier carrier) {
    if (!(carrier.before() + carrier.span() + carrier.after()).isBlank()) {
      page.field("text", "…%s[%s]%s…".formatted(carrier.before(), carrier.span(), carrier.after()));
    }
  }

  private String places(List<Carrier> carriers) {
    List<String> places = carriers.stream().map(SignalSection::where).distinct().toList();
    int shown = all ? places.size() : Math.min(PLACES, places.size());
    return String.join("; ", places.subList(0, shown))
        + (shown < places.size() ? "; and " + (places.size() - shown) + " more places" : "");
  }

  private List<String> codebook(List<CodebookEntry> codebook) {
    Map<String, List<String>> bySymbol = new LinkedHashMap<>();
    for (CodebookEntry entry : codebook) {
      bySymbol
          .computeIfAbsent(Rendering.of(entry.symbol()), _ -> new ArrayList<>())
          .add((entry.rest() ? "all others, as " : "") + levels(entry));
    }
    List<String> lines = new ArrayList<>();
    bySymbol.forEach((symbol, classes) -> lines.add(symbol + ": " + String.join("; ", classes)));
    return lines;
  }

  private String levels(CodebookEntry entry) {
    return entry.levels().entrySet().stream()
        .map(one -> one.getKey() + " " + some(one.getValue()))
        .collect(Collectors.joining(" with "));
  }

  private String some(SortedSet<String> levels) {
    int shown = all ? levels.size() : Math.min(LEVELS, levels.size());
    String named =
        levels.stream()
            .limit(shown)
            .map(level -> level.isEmpty() ? "(none)" : level)
            .collect(Collectors.joining(", "));
    return named + (shown < levels.size() ? " and " + (levels.size() - shown) + " more" : "");
  }

  private static String sure(Confirmed confirmed) {
    return String.format(
        Locale.ROOT,
        "q %.2g over all places and factors, in %s; %d of %d fresh ones as foretold, p %.2g",
        confirmed.signal().significance().q(),
        Count.of(confirmed.signal().significance().trials(), "trial"),
        confirmed.fresh().agreeing(),
        confirmed.fresh().foretold(),
        confirmed.fresh().p());
  }

  private static boolean isReadable(Signal signal) {
    return !signal.form().isUnnoticed() && signal.form() != Form.OPAQUE;
  }

  private void list(String title, List<Signal> signals) {
    if (signals.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, title);
    int shown = all ? signals.size() : Math.min(LISTED, signals.size());
    for (Signal signal : signals.subList(0, shown)) {
      page.item(
          "%s, %s, %s"
              .formatted(
                  FlowWords.listed(signal.factors()),
                  signal.form().word(),
                  where(signal.carrier())));
    }
    if (shown < signals.size()) {
      page.aside("… %d more; --all shows them".formatted(signals.size() - shown));
    }
  }

  private void explained(Observed observed) {
    if (observed.explained().isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "Depends on the environment, and can be read there");
    observed.explained().stream()
        .collect(
            Collectors.groupingBy(
                one -> one.factor() + " (" + one.form().word() + ", " + one.rendering() + ")",
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((what, places) ->
            page.item(what + ": " + places(places.stream().map(one -> one.carrier()).toList())));
  }
}
