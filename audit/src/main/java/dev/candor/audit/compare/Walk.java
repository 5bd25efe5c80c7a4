package dev.candor.audit.compare;

import dev.candor.text.Visible;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Goes through JSON that must have a form; takes what is wanted and passes over the rest. */
final class Walk {
  /** Of all that is taken. */
  private static final long MOST_CHARACTERS = 32L << 20;

  /** A pointer to the deepest place of a request is shorter. */
  private static final int LONGEST_TEXT = 4096;

  private static final int LONGEST_PLACE = 200;

  /** What an element or member costs beside its text. */
  private static final int COST = 64;

  private final JsonParser json;
  private long left = MOST_CHARACTERS;

  /** Something is not as it must be. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final String reason;

    Unfit(String place, String reason) {
      super(place + ": " + reason, null, false, false);
      this.place = place;
      this.reason = reason;
    }

    /** Line and JSON Pointer. */
    String place() {
      return place;
    }

    String reason() {
      return reason;
    }
  }

  Walk(JsonParser json) {
    this.json = json;
  }

  /** The one value of the text. */
  void whole(Runnable taker) {
    json.nextToken();
    taker.run();
    if (json.nextToken() != null) {
      throw unfit("something follows the report");
    }
  }

  /**
   * Goes through the members of the object that begins here.
   *
   * @param taker gets each name while its value is the current token, and may leave it
   */
  void members(Consumer<String> taker) {
    expect(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = Objects.requireNonNull(json.currentName());
      if (name.length() > LONGEST_TEXT) {
        throw unfit("a name of more than 4,096 characters");
      }
      JsonToken value = json.nextToken();
      spend(COST + name.length());
      taker.accept(name);
      if (json.currentToken() == value) {
        json.skipChildren();
      }
    }
  }

  /**
   * Goes through the elements of the array that begins here.
   *
   * @param most how many there may be
   * @param taker takes each whole
   */
  void elements(int most, Runnable taker) {
    expect(JsonToken.START_ARRAY, "a list");
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (++count > most) {
        throw unfit(String.format(Locale.ROOT, "more than %,d elements", most));
      }
      spend(COST);
      taker.run();
    }
  }

  String text() {
    expect(JsonToken.VALUE_STRING, "a text");
    if (json.getStringLength() > LONGEST_TEXT) {
      throw unfit("a text of more than 4,096 characters");
    }
    String text = Objects.requireNonNull(json.getString());
    spend(text.length());
    return text;
  }

  /** A number of things. */
  int count() {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    double number = json.getDoubleValue();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw unfit("no number of things");
    }
    return (int) number;
  }

  /** A number that is not negative. */
  double number() {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw unfit("not a number");
    }
    double number = json.getDoubleValue();
    if (!(number >= 0 && number < 1e6)) {
      throw unfit("not a number from 0 to a million");
    }
    return number;
  }

  /** Something is wrong with what stands here. */
  Unfit unfit(String reason) {
    return new Unfit(
        "line %d, %s"
            .formatted(
                json.currentLocation().getLineNr(),
                Visible.of(at(json.streamReadContext().pathAsPointer().toString()), LONGEST_PLACE)),
        reason);
  }

  private static String at(String pointer) {
    return pointer.isEmpty() ? "at its top" : pointer;
  }

  private void spend(int characters) {
    left -= characters;
    if (left < 0) {
      throw unfit("more text than a report has");
    }
  }

  private void expect(JsonToken wanted, String word) {
    @Nullable JsonToken token = json.currentToken();
    if (token != wanted) {
      throw unfit("not " + word);
    }
  }
}
