package dev.candor.spark;

import dev.candor.core.InputException;
import org.apache.spark.SparkThrowable;

/** What goes wrong within Spark, in words. */
final class SparkFailure {
  private static final int LONGEST = 300;

  private SparkFailure() {}

  /** Something that may be done in Spark. */
  interface Asked<T> {
    T of() throws Exception;
  }

  /**
   * Does something.
   *
   * @throws InputException if Spark cannot do it
   */
  static <T> T asking(Asked<T> asked) {
    try {
      return asked.of();
    } catch (Exception e) { // Scala's checked exceptions are not declared
      throw of(e);
    }
  }

  private static RuntimeException of(Exception e) {
    return switch (e) {
      case InputException input -> input;
      case RuntimeException fault when !(fault instanceof SparkThrowable) -> fault;
      default ->
          new InputException(
              "Spark cannot read the exchange log or finish its work: %s. Look at the files, the workers and their disks."
                  .formatted(first(e)),
              e);
    };
  }

  /** The first line of what is said. */
  static String first(Throwable e) {
    String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
  }
}
