package dev.candor.audit.terminal;

import dev.candor.text.Visible;
import dev.candor.wire.Exchange;
import dev.candor.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was asked for, one line for requests that are alike. */
record RequestSection(Page page, boolean all) {
  private static final int ROWS = 24;
  private static final int LINE = 160;
  private static final int LABEL_WIDTH = 5;

  private record Rows(int first, int times, long longest) {
    Rows and(Rows other) {
      return new Rows(first, times + other.times(), Math.max(longest, other.longest()));
    }
  }

  void write(List<Exchange> exchanges) {
    if (exchanges.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(Paint.BOLD, "Requests");
    Map<String, Rows> rows = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      rows.merge(
          row(exchange),
          new Rows(exchange.number(), 1, exchange.request().body().length()),
          Rows::and);
    }
    rows.entrySet().stream()
        .limit(all ? rows.size() : ROWS)
        .forEach(row ->
            page.fields(
                Integer.toString(row.getValue().first()),
                LABEL_WIDTH,
                List.of(row.getKey() + ", " + amount(row.getValue()))));
    if (!all && rows.size() > ROWS) {
      page.aside(
          "… %d more; --all shows them, --json FILE and --har FILE keep them"
              .formatted(rows.size() - ROWS));
    }
  }

  private static String amount(Rows rows) {
    return rows.times() == 1
        ? rows.longest() + " bytes"
        : "%d times, up to %d bytes".formatted(rows.times(), rows.longest());
  }

  private String row(Exchange exchange) {
    return "%s; %s%s, answered by %s%s"
        .formatted(
            what(exchange),
            exchange.request().protocol().text(),
            exchange.connection().proxied().isPresent() ? " by the proxy" : "",
            by(exchange),
            exchange.response().map(Response::status).map(s -> " with " + s).orElse(""));
  }

  private static String what(Exchange exchange) {
    String path = Visible.of(exchange.request().path(), LINE);
    String method = exchange.request().method();
    return method.equals("CONNECT")
        ? method + " " + path
        : "%s %s://%s%s"
            .formatted(
                method, exchange.request().scheme(), Visible.of(exchange.host(), LINE), path);
  }

  private static String by(Exchange exchange) {
    return switch (exchange.answered()) {
      case "empty" -> "nothing known";
      case "recipe" -> "the recipe";
      default -> exchange.answered();
    };
  }
}
