package dev.candor.audit;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * One way to write a report. A new format is one class with {@code @AutoService}; nothing lists
 * them. All write UTF-8, and nothing quoted from the artifact acts on what displays it.
 */
public interface ReportFormat {
  /** The word for {@code --format}. */
  String name();

  /**
   * Writes the whole report and flushes; does not close.
   *
   * @throws java.io.UncheckedIOException if {@code out} does not take it
   */
  void write(Report report, ReportOptions options, OutputStream out);

  /** The format of that name. */
  static Optional<ReportFormat> named(String name) {
    return loader().stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> format.name().equals(name))
        .findFirst();
  }

  /** The names of all formats, sorted. */
  static List<String> names() {
    return loader().stream().map(provider -> provider.get().name()).sorted().toList();
  }

  private static ServiceLoader<ReportFormat> loader() {
    return ServiceLoader.load(ReportFormat.class, ReportFormat.class.getClassLoader());
  }
}
