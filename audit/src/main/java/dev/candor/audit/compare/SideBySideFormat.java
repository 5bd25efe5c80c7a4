package dev.candor.audit.compare;

import dev.candor.audit.Format;

/**
 * One way to write receipts side by side. A new format is one class with {@code @AutoService};
 * nothing lists them.
 */
public interface SideBySideFormat extends Format<SideBySide> {}
