package dev.candor.lab.inference;

/**
 * A place in the outgoing traffic where something varies.
 *
 * @param request as {@code POST /v1/messages}; {@code #2} behind it for the second of its kind
 * @param where {@code target}, {@code header NAME}, {@code header order}, {@code body} with a JSON
 *     pointer and, in brackets, what of it varies
 * @param before the text in front of the span, as much as helps to find it
 * @param span what stands there most often
 * @param after the text behind it
 */
public record Carrier(String request, String where, String before, String span, String after) {
  static Carrier of(String request, String where) {
    return new Carrier(request, where, "", "", "");
  }

  /** Whether it is in the same part of the same request, at whatever span. */
  boolean isWhere(Carrier other) {
    return request.equals(other.request) && where.equals(other.where);
  }

  Carrier spanning(String before, String span, String after) {
    return new Carrier(request, where, before, span, after);
  }
}
