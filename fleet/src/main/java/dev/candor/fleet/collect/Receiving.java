package dev.candor.fleet.collect;

import dev.candor.core.InputException;
import dev.candor.fleet.collect.store.Judge;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.collect.store.Taken;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes inventories that machines send. */
final class Receiving {
  /** A tree of JSON is ten times as large as its text. */
  private static final int PARSED_AT_ONCE = 2;

  private static final int MOST_INSTALLATIONS = 10_000;

  private final Store store;
  private final Supplier<Judge> judge;
  private final Clock clock;
  private final Bodies bodies;
  private final int most;
  private final Semaphore parsing = new Semaphore(PARSED_AT_ONCE, true);

  Receiving(Store store, Supplier<Judge> judge, Clock clock, Serving serving) {
    this.store = store;
    this.judge = judge;
    this.clock = clock;
    most = serving.mostBytes();
    bodies = new Bodies(most, serving.mostBytesAtOnce(), serving.body());
  }

  /** Answers when the inventory is on disk. */
  void receive(Request request, Response response, Callback callback) throws IOException {
    requireJson(request);
    if (request.getLength() > most) {
      throw new Refusal(413, "An inventory has at most %d MiB.".formatted(most >> 20));
    }
    String coding =
        String.join(", ", request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING));
    Taken taken =
        bodies.receive(
            Request.asInputStream(request), coding.strip().toLowerCase(Locale.ROOT), this::take);
    switch (taken) {
      case NEW -> answer(response, callback, 201, "new");
      case KNOWN -> answer(response, callback, 200, "known");
      case CONFLICT ->
          throw new Refusal(
              409, "Another inventory of that machine and moment is there. Take it anew.");
      case TOO_OLD ->
          throw new Refusal(422, "It was taken before what the history of this service keeps.");
      case IN_THE_FUTURE ->
          throw new Refusal(
              422, "It was taken in the future by the clock of this service. Set the clocks.");
    }
  }

  private static void requireJson(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    int end = type == null ? 0 : type.indexOf(';');
    if (type == null
        || !(end < 0 ? type : type.substring(0, end))
            .strip()
            .equalsIgnoreCase("application/json")) {
      throw new Refusal(415, "An inventory has Content-Type: application/json.");
    }
  }

  private Taken take(byte[] body) {
    Inventory inventory = parsed(body);
    if (inventory.machine().isBlank()) {
      throw new Refusal(422, "The inventory names no machine.");
    }
    if (inventory.installations().size() > MOST_INSTALLATIONS) {
      throw new Refusal(
          422, "An inventory has at most %d installations.".formatted(MOST_INSTALLATIONS));
    }
    return store.take(inventory, clock.instant(), judge.get());
  }

  private Inventory parsed(byte[] body) {
    parsing.acquireUninterruptibly();
    try {
      return InventoryFile.parse("the body", body);
    } catch (InputException e) {
      throw new Refusal(400, String.valueOf(e.getMessage()));
    } finally {
      parsing.release();
    }
  }

  private static void answer(Response response, Callback callback, int status, String result) {
    Answering.json(
        response,
        callback,
        status,
        "application/json",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("result", result);
          json.writeEndObject();
        });
  }
}
