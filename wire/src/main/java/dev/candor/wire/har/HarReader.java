package dev.candor.wire.har;

import dev.candor.core.InputException;
import dev.candor.wire.Exchange;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads HTTP archives, those of {@link Har} exactly, and those of browsers and proxies as far as
 * they go: what is missing is empty, what is of another type is left out.
 *
 * <p>Other archives hold bodies with their content coding undone; Content-Encoding is then left out
 * of the headers, so that an exchange agrees with itself.
 */
public final class HarReader {
  /**
   * A body of 64 MiB as base64 fits into a string. Nothing that Candor or a browser writes is
   * nested ten deep.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(100_000_000)
                  .maxNestingDepth(100)
                  .maxNameLength(10_000)
                  .maxDocumentLength(16L << 30)
                  .build())
          .build();

  private final String name;
  private final Consumer<Exchange> out;
  private boolean found;

  private HarReader(String name, Consumer<Exchange> out) {
    this.name = name;
    this.out = out;
  }

  /**
   * Reads all entries, one at a time.
   *
   * @param name of the archive, for messages
   * @param in stays open
   * @param out gets an exchange as soon as it is read
   * @throws InputException if it is no archive, breaks off, or holds an entry of more than 256
   *     million characters or 10,000 headers
   */
  public static void read(String name, InputStream in, Consumer<Exchange> out) {
    new HarReader(name, out).read(in);
  }

  private void read(InputStream in) {
    try {
      // Not closed: closing would close the stream.
      entries(FACTORY.createParser(ObjectReadContext.empty(), in));
    } catch (JacksonIOException e) {
      throw new InputException("%s cannot be read: %s".formatted(name, e.getOriginalMessage()), e);
    }
    if (!found) {
      throw new InputException(
          "%s has no log with entries, so it is no HTTP archive (HAR); give one that a browser, a proxy or candor record wrote"
              .formatted(name));
    }
  }

  private void entries(JsonParser json) {
    Members members = new Members(json);
    int[] number = {0};
    try {
      json.nextToken();
      members.each(top -> {
        if (top.equals("log")) {
          members.each(part -> part(part, members, number));
        }
      });
    } catch (JacksonIOException e) {
      throw e;
    } catch (JacksonException e) {
      throw unusable(json, "is not JSON, or larger than what is read", e);
    } catch (Members.TooMuch e) {
      throw unusable(json, e.reason(), e);
    }
  }

  private void part(String part, Members members, int[] number) {
    if (part.equals("entries") && members.token() == JsonToken.START_ARRAY) {
      found = true;
      members.elements(() -> out.accept(EntryReading.read(members, ++number[0])));
    }
  }

  private InputException unusable(JsonParser json, String what, RuntimeException cause) {
    TokenStreamLocation place = json.currentLocation();
    return new InputException(
        "%s %s, at line %d, column %d; record or save it again"
            .formatted(name, what, place.getLineNr(), place.getColumnNr()),
        cause);
  }
}
