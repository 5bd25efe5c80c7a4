package dev.candor.core.mechanism;

import java.util.Map;

/** Where marks stand in what is sent. */
public sealed interface Carrier {
  /** By which a file names it, as {@code sentence}. */
  String id();

  /** Method and path, as {@code POST /v1/messages}; empty for any request. */
  String request();

  /**
   * A text with slots, anywhere in what is sent.
   *
   * @param place a header's name or a JSON pointer, for people; empty where it is not known
   * @param template with at least one slot
   * @param fillers what stands in slots that are no mark
   */
  record Text(
      String id, String request, String place, Template template, Map<String, Filler> fillers)
      implements Carrier {
    public Text {
      fillers = Map.copyOf(fillers);
      for (String slot : fillers.keySet()) {
        if (!template.slots().contains(slot)) {
          throw new IllegalArgumentException("fills {" + slot + "}, which its text does not have");
        }
      }
    }
  }

  /**
   * The order in which headers come. A symbol is their names in lower case with commas; others in
   * between do not matter.
   */
  record HeaderOrder(String id, String request) implements Carrier {}

  /**
   * How a header's name is spelt. A symbol is a spelling.
   *
   * @param header its name, case ignored
   */
  record HeaderCase(String id, String request, String header) implements Carrier {}

  /**
   * The order of an object's members. A symbol is their names with commas; others in between do not
   * matter.
   *
   * @param pointer to the object (RFC 6901); {@code *} stands for any member or element
   */
  record KeyOrder(String id, String request, String pointer) implements Carrier {}

  /**
   * How a number is written. A symbol is a spelling, as {@code 1.0}.
   *
   * @param pointer to the number
   */
  record NumberSpelling(String id, String request, String pointer) implements Carrier {}

  /**
   * One character of a value, as an identifier's first digit. A symbol lists all characters that
   * stand for the same.
   *
   * @param place a header's name or a JSON pointer, which begins with a slash
   * @param position from 0; from the end -1 for the last
   */
  record Digit(String id, String request, String place, int position) implements Carrier {}

  /**
   * A whole value. A symbol is the value; {@link #ABSENT} where it is not there.
   *
   * @param place a header's name or a JSON pointer, which begins with a slash
   */
  record Value(String id, String request, String place) implements Carrier {
    /** A symbol for nothing, not even an empty value. */
    public static final String ABSENT = "(absent)";
  }
}
