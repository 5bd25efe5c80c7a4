package dev.candor.audit.terminal;

/** Colours that read on dark and light grounds alike (ECMA-48, select graphic rendition). */
public enum Paint {
  ALARM("1;31"),
  CALM("1;32"),
  DOUBT("1;33"),
  PLAIN(""),
  BOLD("1"),
  DIM("2");

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  String over(String text, boolean colour) {
    return colour && !text.isEmpty() && !code.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
