package dev.candor.lab.inference;

import dev.candor.text.Utf8;
import dev.candor.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All places of one request where trials may differ. */
final class RequestColumns {
  /** How long the content is follows from it. */
  private static final Set<String> FOLLOWING = Set.of("content-length");

  private static final int MOST_BYTES_SHOWN = 16;

  private final Places places;
  private final TextColumns texts;
  private final JsonColumns json;

  RequestColumns(Places places) {
    this.places = places;
    this.texts = new TextColumns(places);
    this.json = new JsonColumns(places);
  }

  /**
   * How a request is addressed and how its header is spelt is no carrier where it goes by a proxy:
   * programs use another part of their library then, which writes it otherwise.
   *
   * @param could trials that got so far that they could have made it
   */
  void collect(Requests requests, Set<Integer> could) {
    String name = requests.name();
    places.there(
        Carrier.of(name, "request"), Column.Kind.REQUEST, could, requests.messages().keySet());
    if (requests.messages().size() < 2) {
      return;
    }
    Map<Integer, String> targets = new TreeMap<>();
    requests
        .messages()
        .forEach((trial, m) -> {
          if (!m.proxied()) {
            targets.put(trial, m.request().target());
          }
        });
    texts.collect(Carrier.of(name, "target"), targets);
    headers(name, requests.messages());
    body(name, requests.messages());
  }

  private void headers(String request, Map<Integer, Message> messages) {
    Map<Integer, List<String>> orders = new TreeMap<>();
    Map<String, Map<Integer, Header>> byName = new LinkedHashMap<>();
    messages.forEach((trial, message) -> {
      List<String> names = new ArrayList<>();
      for (Header header : message.request().headers()) {
        String name = header.name().toLowerCase(Locale.ROOT);
        names.add(name);
        byName
            .computeIfAbsent(
                names.indexOf(name) == names.size() - 1
                    ? name
                    : name + "#" + names.stream().filter(name::equals).count(),
                _ -> new TreeMap<>())
            .put(trial, header);
      }
      if (!message.proxied()) {
        orders.put(trial, names);
      }
    });
    json.order(Carrier.of(request, "header order"), orders);
    byName.forEach((name, found) -> {
      String where = "header " + name;
      places.there(
          Carrier.of(request, where + " (presence)"),
          Column.Kind.THERE,
          messages.keySet(),
          found.keySet());
      Map<Integer, String> spelt = new TreeMap<>();
      Map<Integer, String> values = new TreeMap<>();
      found.forEach((trial, header) -> {
        Message message = messages.get(trial);
        if (message != null && !message.proxied()) {
          spelt.put(trial, header.name());
        }
        values.put(trial, utf8(header.value()));
      });
      places.add(Carrier.of(request, where + " (case)"), Column.Kind.LETTER_CASE, spelt);
      if (!FOLLOWING.contains(name)) {
        texts.collect(Carrier.of(request, where), values);
      }
    });
  }

  /** Programs put UTF-8 into headers, whatever the standard says. */
  private static String utf8(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    return Utf8.text(bytes).orElse(value);
  }

  private void body(String request, Map<Integer, Message> messages) {
    Map<Integer, Json> roots = new TreeMap<>();
    Map<Integer, String> plain = new TreeMap<>();
    Map<Integer, String> bytes = new TreeMap<>();
    Map<Integer, String> spacing = new TreeMap<>();
    Map<Integer, String> escapes = new TreeMap<>();
    Map<Integer, String> kinds = new TreeMap<>();
    messages.forEach((trial, message) -> {
      Message.Read content = message.content();
      if (content.json().isPresent()) {
        Json.Document document = content.json().get();
        roots.put(trial, document.root());
        spacing.put(trial, document.spacing());
        escapes.put(trial, document.escapes());
        kinds.put(trial, "JSON");
      } else if (content.text().isPresent()) {
        plain.put(trial, content.text().get());
        kinds.put(trial, "text");
      } else {
        bytes.put(trial, shown(content.bytes()));
        kinds.put(trial, "bytes");
      }
    });
    places.add(Carrier.of(request, "body (type)"), Column.Kind.VARIANT, kinds);
    places.add(Carrier.of(request, "body (spacing)"), Column.Kind.SPACING, spacing);
    places.add(Carrier.of(request, "body (escapes)"), Column.Kind.SPACING, escapes);
    places.add(Carrier.of(request, "body"), Column.Kind.BYTES, bytes);
    texts.collect(Carrier.of(request, "body"), plain);
    json.collect(request, new HashMap<>(roots));
  }

  private static String shown(byte[] bytes) {
    int shown = Math.min(bytes.length, MOST_BYTES_SHOWN);
    return "%d bytes %s %08x"
        .formatted(bytes.length, HexFormat.of().formatHex(bytes, 0, shown), Arrays.hashCode(bytes));
  }
}
