package dev.candor.wire.har;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Goes through JSON that may be anything; takes what is wanted and of the right type. */
final class Members {
  private static final long CHARACTERS = 256_000_000;

  /** An entry is larger than what is read of one. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    TooMuch(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private final JsonParser json;
  private long left = CHARACTERS;

  Members(JsonParser json) {
    this.json = json;
  }

  /** Before an entry: what was taken of the last one is no longer held. */
  void reset() {
    left = CHARACTERS;
  }

  @Nullable JsonToken token() {
    return json.currentToken();
  }

  /**
   * Goes through the members of the object that begins here.
   *
   * @param taker gets each name while its value is the current token, and may leave it
   */
  void each(Consumer<String> taker) {
    if (token() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      taker.accept(name);
      if (json.currentToken() == value) {
        json.skipChildren();
      }
    }
  }

  /** Goes through the elements of the array that begins here; {@code taker} takes each whole. */
  void elements(Runnable taker) {
    if (token() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    for (JsonToken t = json.nextToken();
        t != null && t != JsonToken.END_ARRAY;
        t = json.nextToken()) {
      taker.run();
    }
  }

  /** The string, number or truth value here; empty where it is something else. */
  String text() {
    JsonToken token = token();
    if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      json.skipChildren();
      return "";
    }
    String text = json.getString();
    left -= text.length();
    if (left < 0) {
      throw new TooMuch("has an entry of more than 256 million characters");
    }
    return text;
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    elements(() -> {
      texts.add(text());
      bound(texts);
    });
    return texts;
  }

  /** The number here; 0 where there is none. */
  double number() {
    JsonToken token = token();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getDoubleValue();
    }
    json.skipChildren();
    return 0;
  }

  boolean truth() {
    boolean truth = token() == JsonToken.VALUE_TRUE;
    json.skipChildren();
    return truth;
  }

  void bound(List<?> list) {
    if (list.size() > 10_000) {
      throw new TooMuch("has a message with more than 10,000 headers");
    }
  }
}
