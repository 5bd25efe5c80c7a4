package dev.candor.lab.receipt;

import dev.candor.lab.names.Lookup;
import dev.candor.lab.receipt.Receipt.Entry;
import dev.candor.wire.Exchange;
import dev.candor.wire.ForeignJson;
import dev.candor.wire.Header;
import dev.candor.wire.Pointer;
import dev.candor.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the facts of a trial in what was sent. */
public final class ReceiptSearch {
  /** Texts in one body that are looked at one by one; a larger body is looked at as a whole. */
  private static final int MOST_TEXTS = 200_000;

  /** The destination of what stands in the names that were asked for. */
  static final String NAME_SERVER = "the name server";

  private static final JsonMapper JSON = ForeignJson.mapper().build();

  private final Function<Request, byte[]> content;
  private final Sightings sightings = new Sightings();

  private record Row(Fact fact, String destination, String request, String where, String how) {}

  /**
   * A text of a message.
   *
   * @param where it stands
   * @param names whether it says who is called
   */
  private record Piece(String where, String text, boolean names) {
    Piece(String where, String text) {
      this(where, text, false);
    }
  }

  /**
   * @param content gives what a request holds, with its content coding undone
   */
  public ReceiptSearch(Function<Request, byte[]> content) {
    this.content = content;
  }

  /**
   * Of one trial; of the next one the same search remembers texts that were sent before.
   *
   * @param lookups names that were asked for, in which facts may hide
   */
  public Receipt of(List<Exchange> exchanges, List<Lookup> lookups, List<Fact> facts) {
    Map<Row, Integer> rows = new LinkedHashMap<>();
    exchanges.forEach(exchange -> look(exchange, facts, rows));
    Set<String> called = exchanges.stream().map(Exchange::host).collect(Collectors.toSet());
    lookups.stream()
        .filter(lookup -> !called.contains(lookup.name()))
        .forEach(lookup -> look(lookup, facts, rows));
    List<Entry> entries = new ArrayList<>();
    rows.forEach((row, times) ->
        entries.add(
            new Entry(
                row.fact(), row.destination(), row.request(), row.where(), row.how(), times)));
    entries.sort(
        Comparator.comparingInt((Entry entry) -> facts.indexOf(entry.fact()))
            .thenComparing(Entry::destination)
            .thenComparing(Entry::request)
            .thenComparing(Entry::where)
            .thenComparing(Entry::rendering));
    return new Receipt(entries);
  }

  /** What a name says, the name server is told. */
  private void look(Lookup lookup, List<Fact> facts, Map<Row, Integer> rows) {
    for (Fact fact : facts) {
      if (!fact.value().equals(lookup.name())) {
        sightings
            .of(fact, lookup.name())
            .ifPresent(how ->
                rows.merge(
                    new Row(fact, NAME_SERVER, "look-up", lookup.name(), how),
                    lookup.times(),
                    Integer::sum));
      }
    }
  }

  private void look(Exchange exchange, List<Fact> facts, Map<Row, Integer> rows) {
    Request request = exchange.request();
    Set<Row> here = new LinkedHashSet<>();
    for (Piece piece : pieces(request)) {
      for (Fact fact : facts) {
        // Who is called is told its own name by that.
        if (!piece.names() || !fact.value().equals(exchange.host())) {
          sightings
              .of(fact, piece.text())
              .ifPresent(how ->
                  here.add(new Row(fact, exchange.host(), request.line(), piece.where(), how)));
        }
      }
    }
    here.forEach(row -> rows.merge(row, 1, Integer::sum));
  }

  private List<Piece> pieces(Request request) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece("target", request.target(), request.method().equals("CONNECT")));
    pieces.add(new Piece("host", request.authority(), true));
    for (Header header : request.headers()) {
      if (!header.is("host")) {
        pieces.add(new Piece("header " + header.name(), utf8(header.value())));
      }
    }
    byte[] bytes = content.apply(request);
    List<Piece> texts = new ArrayList<>();
    if (!collect(bytes, texts)) {
      texts = List.of(new Piece("body", new String(bytes, StandardCharsets.UTF_8)));
    }
    pieces.addAll(texts);
    return pieces;
  }

  /** Programs put UTF-8 into headers, whatever the standard says. */
  private static String utf8(String value) {
    return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Whether it is JSON; its keys and texts then. */
  private static boolean collect(byte[] bytes, List<Piece> into) {
    if (bytes.length == 0 || bytes[0] != '{' && bytes[0] != '[') {
      return false;
    }
    try {
      walk(JSON.readTree(bytes), "", into);
      return into.size() < MOST_TEXTS;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static void walk(JsonNode node, String pointer, List<Piece> into) {
    if (into.size() >= MOST_TEXTS) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(field -> {
            String inner = Pointer.member(pointer, field.getKey());
            into.add(new Piece("body " + inner + " (its name)", field.getKey()));
            walk(field.getValue(), inner, into);
          });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), Pointer.element(pointer, i), into);
      }
    } else if (node.isString()) {
      into.add(new Piece("body " + pointer, node.stringValue()));
    } else if (node.isNumber()) {
      into.add(new Piece("body " + pointer, node.asString()));
    }
  }
}
