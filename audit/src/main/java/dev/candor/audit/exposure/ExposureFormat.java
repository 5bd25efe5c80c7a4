package dev.candor.audit.exposure;

import dev.candor.audit.Format;

/**
 * One way to write what a machine would be marked as. A new format is one class with
 * {@code @AutoService}; nothing lists them.
 */
public interface ExposureFormat extends Format<ExposureReport> {}
