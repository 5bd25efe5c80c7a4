package dev.candor.audit.compare;

import dev.candor.audit.json.HostileJson;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON report of an audit, schema {@code candor/report/v1}, as a stream: what is not
 * compared is passed over.
 */
public final class ReportFile {
  static final String SCHEMA = "candor/report/v1";

  /** A report of an audit of 20,000 trials takes less. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int LONGEST_TEXT = 16 << 20;

  private static final JsonFactory FACTORY = HostileJson.factory(MOST_BYTES, LONGEST_TEXT);

  private static final String AGAIN = "; write it anew with candor audit PACKAGE --json FILE";

  private ReportFile() {}

  /**
   * @throws InputException naming file and place, if it is no report of an audit, or larger than
   *     what is read
   */
  public static Column read(Path file) {
    String name = Visible.of(file.toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return parse(name, in);
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); check path and permissions."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }

  /**
   * @param name of the file, for messages
   * @param in stays open
   * @throws InputException as {@link #read}
   */
  static Column parse(String name, InputStream in) {
    try {
      return read(name, FACTORY.createParser(ObjectReadContext.empty(), in));
    } catch (JacksonIOException e) {
      throw new InputException(
          "%s cannot be read (%s); check path and permissions."
              .formatted(name, Visible.of(e.getOriginalMessage())),
          e);
    }
  }

  private static Column read(String name, JsonParser json) {
    try {
      return new ReportReading(new Walk(json)).column();
    } catch (Walk.Unfit e) {
      throw new InputException("%s, %s: %s".formatted(name, e.place(), sentence(e)), e);
    } catch (JacksonIOException e) {
      throw e;
    } catch (JacksonException e) {
      TokenStreamLocation at = json.currentLocation();
      throw new InputException(
          "%s, line %d, column %d: %s%s."
              .formatted(name, at.getLineNr(), at.getColumnNr(), HostileJson.why(e), AGAIN),
          e);
    }
  }

  private static String sentence(Walk.Unfit e) {
    return e.reason() + (e.reason().endsWith(".") ? "" : AGAIN + ".");
  }
}
