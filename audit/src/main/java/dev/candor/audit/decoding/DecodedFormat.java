package dev.candor.audit.decoding;

import dev.candor.audit.Format;

/**
 * One way to write what logs say. A new format is one class with {@code @AutoService}; nothing
 * lists them.
 */
public interface DecodedFormat extends Format<Decoded> {}
