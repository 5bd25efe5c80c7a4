package dev.candor.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the gateway counts, in the text format of Prometheus (version 0.0.4). Labels are names that
 * the gateway itself has given; nothing of a request becomes one, so that there are few.
 */
public final class Metrics {
  private final Map<String, Map<String, LongAdder>> counters = new ConcurrentSkipListMap<>();
  private final Map<String, Map<String, LongAdder>> gauges = new ConcurrentSkipListMap<>();

  /** One more. */
  public void count(String name, String... labels) {
    add(name, 1, labels);
  }

  /**
   * Adds to a counter.
   *
   * @param name without {@code candor_gateway_} and {@code _total}
   * @param labels names and values in turn
   */
  public void add(String name, long amount, String... labels) {
    series(counters, name, labels).add(amount);
  }

  /** Changes what there is of something now. */
  public void change(String name, long amount, String... labels) {
    series(gauges, name, labels).add(amount);
  }

  private static LongAdder series(
      Map<String, Map<String, LongAdder>> all, String name, String... labels) {
    return all.computeIfAbsent(name, _ -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(labels(labels), _ -> new LongAdder());
  }

  private static String labels(String... labels) {
    if (labels.length == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? "" : ",")
          .append(labels[i])
          .append("=\"")
          .append(labels[i + 1].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
          .append('"');
    }
    return text.append('}').toString();
  }

  /** All of them, sorted by name. */
  public String text() {
    StringBuilder text = new StringBuilder();
    write(counters, "counter", "_total", text);
    write(gauges, "gauge", "", text);
    return text.toString();
  }

  private static void write(
      Map<String, Map<String, LongAdder>> all, String type, String suffix, StringBuilder text) {
    all.forEach((name, series) -> {
      String whole = "candor_gateway_" + name + suffix;
      text.append("# TYPE ").append(whole).append(' ').append(type).append('\n');
      series.forEach((labels, value) ->
          text.append(whole).append(labels).append(' ').append(value.sum()).append('\n'));
    });
  }
}
