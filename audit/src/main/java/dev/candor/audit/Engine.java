package dev.candor.audit;

/**
 * The program that made a report.
 *
 * @param version of Candor, as {@code 0.1.0}
 * @param java version of the Java runtime that ran it, as {@code 25.0.3+9}
 */
public record Engine(String version, String java) {
  public String name() {
    return "candor";
  }
}
