package dev.candor.audit;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * One way to write a result. All write UTF-8, and nothing quoted from an artifact acts on what
 * displays it.
 *
 * @param <T> what is written
 */
public interface Format<T> {
  /** The word for {@code --format}. */
  String name();

  /**
   * Writes the whole result and flushes; does not close.
   *
   * @throws java.io.UncheckedIOException if {@code out} does not take it
   */
  void write(T result, ReportOptions options, OutputStream out);

  /** The format of that kind and name. */
  static <F extends Format<?>> Optional<F> named(Class<F> kind, String name) {
    return loader(kind).stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> format.name().equals(name))
        .findFirst();
  }

  /** The names of all formats of that kind, sorted. */
  static List<String> names(Class<? extends Format<?>> kind) {
    return loader(kind).stream().map(provider -> provider.get().name()).sorted().toList();
  }

  private static <F> ServiceLoader<F> loader(Class<F> kind) {
    return ServiceLoader.load(kind, kind.getClassLoader());
  }
}
