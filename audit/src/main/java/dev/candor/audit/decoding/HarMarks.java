package dev.candor.audit.decoding;

import dev.candor.core.InputException;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.wire.Exchange;
import dev.candor.wire.ForeignJson;
import dev.candor.wire.Header;
import dev.candor.wire.Request;
import dev.candor.wire.content.Content;
import dev.candor.wire.har.HarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads marks that are no text: they show in requests only, which HTTP archives hold. */
final class HarMarks {
  private static final int HEAD = 4096;

  /** As they are written: 1.0 is not 1. */
  private static final JsonMapper EXACT =
      ForeignJson.mapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final List<Mechanism> mechanisms;

  HarMarks(List<Mechanism> all) {
    mechanisms =
        all.stream()
            .filter(one -> one.carriers().stream().anyMatch(c -> !(c instanceof Carrier.Text)))
            .toList();
  }

  /** All of a log that is an HTTP archive. */
  void read(Log log, Consumer<Sighting> out) throws IOException {
    if (mechanisms.isEmpty() || !isArchive(log)) {
      return;
    }
    try (InputStream in = log.open()) {
      HarReader.read(log.name(), in, exchange -> exchange(log, exchange, out));
    } catch (InputException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static boolean isArchive(Log log) throws IOException {
    try (InputStream in = log.open()) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      return head.matches("(?s)\\W{0,8}\"log\"\\s*:\\s*\\{.*");
    }
  }

  private void exchange(Log log, Exchange exchange, Consumer<Sighting> out) {
    Optional<JsonNode> body = json(exchange.request());
    for (Mechanism mechanism : mechanisms) {
      for (Carrier carrier : mechanism.carriers()) {
        if (carrier.request().isEmpty() || carrier.request().equals(exchange.request().line())) {
          sighting(log, exchange, body, mechanism, carrier).ifPresent(out);
        }
      }
    }
  }

  private static Optional<JsonNode> json(Request request) {
    if (request.body().length() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(EXACT.readTree(Content.of(request).bytes()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Sighting> sighting(
      Log log, Exchange exchange, Optional<JsonNode> body, Mechanism mechanism, Carrier carrier) {
    List<Said> said = new ArrayList<>();
    for (Mark mark : mechanism.marksOf(carrier)) {
      symbol(mark, exchange.request(), body)
          .ifPresent(symbol -> said.add(new Said(mark, symbol, Optional.empty())));
    }
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Sighting.Place place =
        new Sighting.Place(
            log.name(), -1, 0, "/log/entries/%d/request".formatted(exchange.number() - 1));
    return Optional.of(
        new Sighting(
            place, Optional.of(exchange.timing().started()), mechanism, carrier, "", said));
  }

  private static Optional<String> symbol(Mark mark, Request request, Optional<JsonNode> body) {
    return switch (mark.carrier()) {
      case Carrier.Text _ -> Optional.empty();
      case Carrier.HeaderOrder _ ->
          ordered(
              mark,
              request.headers().stream().map(h -> h.name().toLowerCase(Locale.ROOT)).toList());
      case Carrier.HeaderCase spelt ->
          request.headers().stream()
              .filter(header -> header.is(spelt.header()))
              .map(Header::name)
              .findFirst()
              .filter(mark.symbols()::contains);
      case Carrier.KeyOrder order ->
          body.flatMap(json -> at(json, order.pointer()))
              .filter(JsonNode::isObject)
              .flatMap(object -> ordered(mark, List.copyOf(object.propertyNames())));
      case Carrier.NumberSpelling number ->
          body.flatMap(json -> at(json, number.pointer()))
              .filter(JsonNode::isNumber)
              .map(JsonNode::asString)
              .filter(mark.symbols()::contains);
      case Carrier.Digit digit ->
          value(request, body, digit.place())
              .flatMap(value -> character(value, digit.position()))
              .flatMap(c -> mark.symbols().stream().filter(s -> s.contains(c)).findFirst());
      case Carrier.Value value ->
          Optional.of(value(request, body, value.place()).orElse(Carrier.Value.ABSENT))
              .filter(mark.symbols()::contains);
    };
  }

  /** The symbol whose names come in that order among others. */
  private static Optional<String> ordered(Mark mark, List<String> names) {
    return mark.symbols().stream()
        .filter(symbol -> {
          List<String> wanted = List.of(symbol.split(","));
          return names.stream().filter(wanted::contains).toList().equals(wanted);
        })
        .findFirst();
  }

  private static Optional<String> value(Request request, Optional<JsonNode> body, String place) {
    return place.startsWith("/")
        ? body.flatMap(json -> at(json, place))
            .filter(JsonNode::isValueNode)
            .map(JsonNode::asString)
        : request.header(place);
  }

  private static Optional<String> character(String value, int position) {
    int at = position < 0 ? value.length() + position : position;
    return at < 0 || at >= value.length()
        ? Optional.empty()
        : Optional.of(value.substring(at, at + 1));
  }

  /** The first value that a pointer leads to; {@code *} is any step. */
  private static Optional<JsonNode> at(JsonNode node, String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(node);
    }
    int end = pointer.indexOf('/', 1);
    String step = pointer.substring(1, end < 0 ? pointer.length() : end);
    String rest = end < 0 ? "" : pointer.substring(end);
    if (step.equals("*")) {
      for (JsonNode child : node.values()) {
        Optional<JsonNode> found = at(child, rest);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    String name = step.replace("~1", "/").replace("~0", "~");
    JsonNode child =
        node.isArray() && name.matches("\\d{1,9}")
            ? node.get(Integer.parseInt(name))
            : node.get(name);
    return child == null ? Optional.empty() : at(child, rest);
  }
}
