package dev.candor.audit.terminal;

import dev.candor.audit.Fingerprint;
import dev.candor.audit.Rendering;
import dev.candor.audit.ReportWords;
import dev.candor.audit.SignalWords;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.DisclosureWords;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an experiment showed: signals with their codebooks, what is explained, what varies. */
record SignalSection(Page page, Optional<Disclosed> disclosed, boolean all) {
  private static final int LEVELS = 4;
  private static final int PLACES = 3;
  private static final int LISTED = 5;

  void write(Observed observed) {
    List<Confirmed> readable =
        observed.signals().stream().filter(one -> SignalWords.isReadable(one.signal())).toList();
    observed.signals().stream()
        .filter(one -> all || !SignalWords.isReadable(one.signal()))
        .forEach(this::signal);
    if (!all) {
      list(ReportWords.READABLE, readable.stream().map(Confirmed::signal).toList());
    }
    list(
        ReportWords.NOT_SEEN_AGAIN,
        observed.unconfirmed().stream().filter(observed::wasTriedAgain).toList());
    list(
        ReportWords.NOT_TRIED_AGAIN,
        observed.unconfirmed().stream().filter(one -> !observed.wasTriedAgain(one)).toList());
    explained(observed);
  }

  private void signal(Confirmed confirmed) {
    Signal signal = confirmed.signal();
    page.blank();
    page.heading(Paint.BOLD, ReportWords.SIGNAL + SignalWords.of(signal));
    page.field("form", signal.form().word());
    page.field("where", SignalWords.where(signal.carrier()));
    text(signal.carrier());
    if (!signal.also().isEmpty()) {
      page.field("also", SignalWords.places(signal.also(), most(PLACES)));
    }
    page.fields("codebook", codebook(signal.codebook()));
    signal
        .gates()
        .forEach((gate, closed) ->
            page.field("off with", gate + " " + SignalWords.levels(closed, most(LEVELS))));
    DisclosureWords.of(disclosed, Fingerprint.of(signal))
        .ifPresent(words -> page.field("disclosure", words));
    page.field("sure", SignalWords.sure(confirmed));
  }

  private void text(Carrier carrier) {
    if (!(carrier.before() + carrier.span() + carrier.after()).isBlank()) {
      page.field("text", "…%s[%s]%s…".formatted(carrier.before(), carrier.span(), carrier.after()));
    }
  }

  private List<String> codebook(List<CodebookEntry> codebook) {
    List<String> lines = new ArrayList<>();
    SignalWords.bySymbol(codebook)
        .forEach((symbol, entries) ->
            lines.add(
                Rendering.of(symbol)
                    + ": "
                    + entries.stream()
                        .map(entry -> SignalWords.meaning(entry, most(LEVELS)))
                        .collect(Collectors.joining("; "))));
    return lines;
  }

  private int most(int usually) {
    return all ? Integer.MAX_VALUE : usually;
  }

  private void list(String title, List<Signal> signals) {
    if (signals.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, title);
    int shown = all ? signals.size() : Math.min(LISTED, signals.size());
    for (Signal signal : signals.subList(0, shown)) {
      page.item(SignalWords.brief(signal));
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
    page.heading(Paint.BOLD, ReportWords.EXPLAINED);
    SignalWords.explained(observed.explained())
        .forEach(
            (what, places) -> page.item(what + ": " + SignalWords.places(places, most(PLACES))));
  }
}
