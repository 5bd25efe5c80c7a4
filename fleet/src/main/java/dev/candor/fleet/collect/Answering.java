package dev.candor.fleet.collect;

import dev.candor.audit.json.InertJson;
import dev.candor.text.Visible;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.core.JsonGenerator;

/** Writes answers. Nobody keeps them, frames them, or takes them for another type. */
final class Answering {
  private static final String CHALLENGE = "Basic realm=\"candor\", charset=\"UTF-8\"";
  private static final int LATER_SECONDS = 30;

  private Answering() {}

  static void headers(Response response) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("X-Frame-Options", "DENY");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
  }

  static void text(Response response, Callback callback, int status, String text) {
    bytes(
        response,
        callback,
        status,
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(Response response, Callback callback, int status, String type, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean bodiless = response.getRequest().getMethod().equals("HEAD");
    response.write(true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
  }

  static void json(
      Response response,
      Callback callback,
      int status,
      String type,
      Consumer<JsonGenerator> value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InertJson.writeLine(out, value);
    bytes(response, callback, status, type, out.toByteArray());
  }

  /** As problem details (RFC 9457). */
  static void refusal(Response response, Callback callback, Refusal refusal) {
    if (refusal.status() == HttpStatus.UNAUTHORIZED_401) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, CHALLENGE);
      response.getHeaders().add(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"candor\"");
    }
    if (refusal.passing()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, LATER_SECONDS);
    }
    json(
        response,
        callback,
        refusal.status(),
        "application/problem+json",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("title", HttpStatus.getMessage(refusal.status()));
          json.writeNumberProperty("status", refusal.status());
          json.writeStringProperty("detail", Visible.of(refusal.why(), 1_000));
          json.writeEndObject();
        });
  }
}
