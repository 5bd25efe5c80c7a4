package dev.candor.cli;

import java.io.OutputStream;
import java.util.function.Consumer;

/** A place for one result. */
@FunctionalInterface
interface Output {
  /**
   * Writes the result there, whole or not at all where that can be.
   *
   * @throws dev.candor.core.InputException if it cannot be written
   */
  void write(Consumer<OutputStream> content);
}
