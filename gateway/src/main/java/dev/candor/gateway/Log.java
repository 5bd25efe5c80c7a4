package dev.candor.gateway;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the gateway does, as lines of JSON: {@code at}, {@code event} and the event's own members.
 * No header, no query and no content of a request or answer comes here.
 */
public final class Log {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final PrintWriter lines;
  private final InstantSource clock;
  private final boolean requests;

  /**
   * @param requests whether each request has a line
   */
  public Log(PrintWriter lines, InstantSource clock, boolean requests) {
    this.lines = lines;
    this.clock = clock;
    this.requests = requests;
  }

  /** Whether each request has a line. */
  public boolean tellsRequests() {
    return requests;
  }

  /**
   * Writes a line.
   *
   * @param members names and values in turn
   */
  public void tell(String event, String... members) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("at", clock.instant().toString());
      json.writeStringProperty("event", event);
      for (int i = 0; i < members.length; i += 2) {
        json.writeStringProperty(members[i], members[i + 1]);
      }
      json.writeEndObject();
    }
    lines.println(line);
  }
}
