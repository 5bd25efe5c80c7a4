package dev.candor.gateway;

/**
 * A mark in a request.
 *
 * @param rule why it is one: a rule of {@code candor text}, {@code mechanism} or {@code two-forms}
 * @param pointer to the text (RFC 6901), shortened
 * @param start of the mark, in bytes from the beginning of the body with its content coding undone
 * @param end behind it
 * @param points its code points, as {@code U+2019}
 * @param usual code points that stand there usually, or stood there before; may be empty
 * @param before a few characters in front of it, made visible
 * @param behind a few characters behind it, made visible
 * @param detail what is known beyond the rule; may be empty
 * @param data whether it stands in what the gateway never changes: what a model said, what a call
 *     takes or gives, what is signed
 */
public record Finding(
    String rule,
    String pointer,
    int start,
    int end,
    String points,
    String usual,
    String before,
    String behind,
    String detail,
    boolean data) {}
