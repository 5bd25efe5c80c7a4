package dev.candor.audit;

/**
 * One way to write a report. A new format is one class with {@code @AutoService}; nothing lists
 * them.
 */
public interface ReportFormat extends Format<Report> {}
