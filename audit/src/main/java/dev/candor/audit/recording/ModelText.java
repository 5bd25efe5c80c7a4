package dev.candor.audit.recording;

/**
 * A text that a model would read.
 *
 * @param exchange the number of the first exchange in which it went out
 * @param pointer where it stood there (JSON Pointer)
 */
public record ModelText(int exchange, String pointer, String text) {}
