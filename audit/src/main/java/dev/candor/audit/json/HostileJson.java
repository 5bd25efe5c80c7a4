package dev.candor.audit.json;

import dev.candor.core.InputException;
import dev.candor.text.Utf8;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that strangers wrote: bounded, and refused where one object has two members of one name, of
 * which readers take one or the other.
 */
public final class HostileJson {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 1 << 20;

  /** Of a text that is kept whole, which takes some fifty bytes for each. */
  private static final long MOST_TOKENS = 4_000_000;

  /** Of 64-bit integers, as a floating-point number. */
  private static final double BEYOND = 0x1p63;

  private HostileJson() {}

  /**
   * For reading as a stream.
   *
   * @param mostBytes of the document
   * @param longestText in characters
   */
  public static JsonFactory factory(long mostBytes, int longestText) {
    return factory(mostBytes, longestText, Long.MAX_VALUE);
  }

  private static JsonFactory factory(long mostBytes, int longestText, long mostTokens) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(longestText)
                .maxNameLength(LONGEST_NAME)
                .maxNestingDepth(DEEPEST)
                .maxDocumentLength(mostBytes)
                .maxTokenCount(mostTokens)
                .build())
        .build();
  }

  /**
   * The bytes of a file.
   *
   * @throws InputException if it cannot be read, or holds more than {@code most} bytes
   */
  public static byte[] bytes(Path file, int most) {
    String name = Visible.of(file.toString());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new InputException(
            "%s: larger than %d MiB, which no report is.".formatted(name, most >> 20));
      }
      return bytes;
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s); check path and permissions."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
  }

  /**
   * The whole of a text of JSON.
   *
   * @param name of it, for messages
   * @throws InputException naming the place, if it is no JSON in UTF-8, or larger or deeper than a
   *     report is, or names a member twice, or holds a number that is no 64-bit one
   */
  public static JsonNode tree(String name, byte[] bytes) {
    // Decoded first: a reader that guesses the encoding may see another text than this one does.
    String text =
        Utf8.text(bytes).orElseThrow(() -> new InputException(name + ": not a text in UTF-8."));
    JsonMapper mapper =
        JsonMapper.builder(factory(Integer.MAX_VALUE, Integer.MAX_VALUE, MOST_TOKENS))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    JsonNode tree;
    try {
      tree = mapper.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new InputException(
          "%s, line %d, column %d: %s."
              .formatted(
                  name, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), why(e)),
          e);
    }
    if (tree.isMissingNode()) {
      throw new InputException(name + ": holds nothing.");
    }
    requireNumbers(name, "", tree);
    return tree;
  }

  /** What is wrong with JSON that was refused, without anything of its text. */
  public static String why(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate ")
        ? "a member is named twice in one object"
        : "not JSON, or larger or deeper than a report is";
  }

  /** Beyond these, readers of JSON disagree on what a number is. */
  private static void requireNumbers(String name, String pointer, JsonNode node) {
    if (node.isNumber()
        && !(node.isIntegralNumber()
            ? node.canConvertToLong()
            : Math.abs(node.doubleValue()) < BEYOND)) {
      throw new InputException(
          "%s, %s: a number that no report has.".formatted(name, Visible.of(pointer, 200)));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        requireNumbers(name, pointer + "/" + i, node.get(i));
      }
    }
    if (node.isObject()) {
      node.forEachEntry((member, value) -> requireNumbers(name, pointer + "/" + member, value));
    }
  }
}
