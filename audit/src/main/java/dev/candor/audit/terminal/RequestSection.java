package dev.candor.audit.terminal;

import dev.candor.text.Visible;
import dev.candor.wire.Exchange;
import dev.candor.wire.Response;
import java.util.List;

/** What was asked for, one line a request. */
record RequestSection(Page page, boolean all) {
  private static final int ROWS = 20;
  private static final int LINE = 160;

  void write(List<Exchange> exchanges) {
    if (exchanges.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "Requests");
    int shown = all ? exchanges.size() : Math.min(ROWS, exchanges.size());
    exchanges.stream().limit(shown).forEach(e -> page.field(Integer.toString(e.number()), row(e)));
    if (shown < exchanges.size()) {
      page.aside(
          "… %d more; --all shows them, --json FILE and --har FILE keep them"
              .formatted(exchanges.size() - shown));
    }
  }

  private static String row(Exchange exchange) {
    return "%s %s://%s%s, %d bytes; %s, answered by %s%s"
        .formatted(
            exchange.request().method(),
            exchange.request().scheme(),
            Visible.of(exchange.host(), LINE),
            Visible.of(exchange.request().path(), LINE),
            exchange.request().body().length(),
            exchange.request().protocol().text(),
            by(exchange),
            exchange.response().map(Response::status).map(s -> " with " + s).orElse(""));
  }

  private static String by(Exchange exchange) {
    return switch (exchange.answered()) {
      case "empty" -> "nothing known";
      case "recipe" -> "the recipe";
      default -> exchange.answered();
    };
  }
}
