package dev.candor.fleet.collect;

import dev.candor.fleet.collect.page.Pages;
import dev.candor.fleet.collect.page.Query;
import dev.candor.fleet.collect.store.Store;
import dev.candor.fleet.collect.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Sees who asks for what, and hands it on. Only the paths named here exist. */
final class Front extends Handler.Abstract {
  private static final String INVENTORIES = "/v1/inventories";
  private static final int LONGEST_VALUE = 500;

  private final Store store;
  private final Access access;
  private final Receiving receiving;
  private final Pages pages;
  private final Consumer<String> log;

  Front(Store store, Access access, Receiving receiving, Pages pages, Consumer<String> log) {
    this.store = store;
    this.access = access;
    this.receiving = receiving;
    this.pages = pages;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answering.headers(response);
    try {
      route(request, response, callback);
    } catch (Refusal e) {
      Answering.refusal(response, callback, e);
    } catch (StoreException e) {
      log.accept(String.valueOf(e.getMessage()));
      failed(response, callback, new Refusal(503, "Nothing can be kept or read now."), e);
    } catch (IOException e) {
      callback.failed(e);
    } catch (HttpException.RuntimeException e) {
      Answering.refusal(response, callback, new Refusal(e.getCode(), "That is no request."));
    } catch (RuntimeException e) {
      log.accept("a request failed: " + e);
      failed(response, callback, new Refusal(500, "This is a fault of the service."), e);
    }
    return true;
  }

  private static void failed(
      Response response, Callback callback, Refusal refusal, Exception cause) {
    if (response.isCommitted()) {
      callback.failed(cause);
    } else {
      Answering.refusal(response, callback, refusal);
    }
  }

  private void route(Request request, Response response, Callback callback) throws IOException {
    String path = Request.getPathInContext(request);
    switch (path) {
      case "/health/live" -> {
        requireRead(request, response);
        Answering.text(response, callback, 200, "alive\n");
      }
      case "/health/ready" -> {
        requireRead(request, response);
        store.requireReady();
        Answering.text(response, callback, 200, "ready\n");
      }
      case INVENTORIES -> {
        if (request.getMethod().equals("POST")) {
          access.require(Token.Purpose.SEND, request);
          receiving.receive(request, response, callback);
        } else {
          requireMethod(request, response, "GET, POST", "GET");
          access.require(Token.Purpose.READ, request);
          lines(response, callback);
        }
      }
      default -> page(path, request, response, callback);
    }
  }

  private void page(String path, Request request, Response response, Callback callback)
      throws IOException {
    requireRead(request, response);
    access.require(Token.Purpose.READ, request);
    Optional<byte[]> page = pages.page(path, query(request));
    if (page.isEmpty()) {
      throw new Refusal(404, "There is no such page.");
    }
    response.getHeaders().put("Content-Security-Policy", pages.policy());
    Answering.bytes(response, callback, 200, "text/html; charset=utf-8", page.get());
  }

  private static Query query(Request request) {
    Map<String, String> values = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      String value = String.valueOf(field.getValue());
      if (value.length() > LONGEST_VALUE) {
        throw new Refusal(400, "A value in the address is too long.");
      }
      if (!value.isBlank()) {
        values.put(field.getName(), value.strip());
      }
    }
    return new Query(values);
  }

  private void lines(Response response, Callback callback) throws IOException {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/jsonl");
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      store.eachNewest(out::write);
    }
    callback.succeeded();
  }

  private static void requireRead(Request request, Response response) {
    requireMethod(request, response, "GET, HEAD", "GET", "HEAD");
  }

  private static void requireMethod(
      Request request, Response response, String allowed, String... methods) {
    for (String method : methods) {
      if (request.getMethod().equals(method)) {
        return;
      }
    }
    response.getHeaders().put(HttpHeader.ALLOW, allowed);
    throw new Refusal(405, "Allowed here: " + allowed + ".");
  }
}
