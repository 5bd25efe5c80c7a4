package dev.candor.lab.inference;

import dev.candor.wire.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request as each trial made it.
 *
 * @param name as {@code POST /v1/messages #2}
 * @param messages by trial; trials that did not make it are not in it
 */
record Requests(String name, Map<Integer, Message> messages) {
  /**
   * @param host {@code endpoint} where it is the one that the tool was told of
   */
  private record Shape(String host, String method, String path) {}

  /** What was sent again, word for word: whether in each trial. */
  record Retries(String name, Map<Integer, String> again) {}

  /**
   * @param requests by kind and then by place in the trial
   * @param retries of the kinds of which some were sent again
   */
  record Aligned(List<Requests> requests, List<Retries> retries) {}

  static Aligned of(List<Traffic> trials, List<Facts> facts) {
    Messages reader = new Messages();
    Map<Shape, Map<Integer, List<Message>>> kinds = new LinkedHashMap<>();
    Map<Shape, Map<Integer, String>> again = new LinkedHashMap<>();
    for (int t = 0; t < trials.size(); t++) {
      for (Exchange exchange : trials.get(t).exchanges()) {
        Message message = reader.of(exchange);
        Shape shape =
            new Shape(
                facts.get(t).isEndpoint(exchange.host()) ? "endpoint" : exchange.host(),
                message.request().method(),
                PathShape.of(message.request().path()));
        List<Message> before =
            kinds
                .computeIfAbsent(shape, _ -> new TreeMap<>())
                .computeIfAbsent(t, _ -> new ArrayList<>());
        if (!before.isEmpty() && isAgain(before.getLast(), message)) {
          again.computeIfAbsent(shape, _ -> new TreeMap<>()).put(t, "sent again");
        } else {
          before.add(message);
        }
      }
    }
    List<Requests> aligned = new ArrayList<>();
    kinds.forEach((shape, rows) -> aligned.addAll(align(shape, rows)));
    List<Retries> retries = new ArrayList<>();
    again.forEach((shape, found) -> {
      kinds.getOrDefault(shape, Map.of()).keySet().forEach(t -> found.putIfAbsent(t, "sent once"));
      retries.add(new Retries(shape.method() + " " + shape.path(), found));
    });
    return new Aligned(aligned, retries);
  }

  private static boolean isAgain(Message before, Message message) {
    return message.content().bytes().length > 0
        && message.request().target().equals(before.request().target())
        && Arrays.equals(message.content().bytes(), before.content().bytes());
  }

  private static List<Requests> align(Shape shape, Map<Integer, List<Message>> rows) {
    Map<Integer, List<Set<String>>> features = new TreeMap<>();
    rows.forEach((trial, row) ->
        features.put(trial, row.stream().map(Message::features).collect(Collectors.toList())));
    boolean single = rows.values().stream().allMatch(row -> row.size() == 1);
    List<Map<Integer, Integer>> columns =
        single
            ? List.of(rows.keySet().stream().collect(Collectors.toMap(trial -> trial, _ -> 0)))
            : Alignment.of(features);
    List<Requests> all = new ArrayList<>();
    for (Map<Integer, Integer> column : columns) {
      Map<Integer, Message> messages = new TreeMap<>();
      column.forEach((trial, i) -> messages.put(trial, rows.getOrDefault(trial, List.of()).get(i)));
      String number = all.isEmpty() ? "" : " #" + (all.size() + 1);
      all.add(new Requests(shape.method() + " " + shape.path() + number, messages));
    }
    return all;
  }
}
