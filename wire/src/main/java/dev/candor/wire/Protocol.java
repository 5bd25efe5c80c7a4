package dev.candor.wire;

/** What two ends spoke. */
public enum Protocol {
  HTTP_1_0("HTTP/1.0"),
  HTTP_1_1("HTTP/1.1"),
  HTTP_2("h2");

  private final String text;

  Protocol(String text) {
    this.text = text;
  }

  /** As in a start line, or as ALPN names it (RFC 7301). */
  public String text() {
    return text;
  }
}
