package dev.candor.wire;

/**
 * One header field as it was sent: the name in its own case, where the protocol keeps it.
 *
 * @param value one character for each byte (ISO-8859-1)
 */
public record Header(String name, String value) {
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
