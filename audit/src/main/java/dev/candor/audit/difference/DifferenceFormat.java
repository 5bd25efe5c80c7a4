package dev.candor.audit.difference;

import dev.candor.audit.Format;

/**
 * One way to write a difference. A new format is one class with {@code @AutoService}; nothing lists
 * them.
 */
public interface DifferenceFormat extends Format<Difference> {}
