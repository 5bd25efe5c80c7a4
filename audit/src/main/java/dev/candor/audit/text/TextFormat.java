package dev.candor.audit.text;

import dev.candor.audit.Format;

/**
 * One way to write what is odd in a text. A new format is one class with {@code @AutoService};
 * nothing lists them.
 */
public interface TextFormat extends Format<TextReport> {}
