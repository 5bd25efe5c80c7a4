package dev.candor.audit.sarif;

import dev.candor.text.Visible;
import java.util.stream.Collectors;

/** Text as SARIF's messages want it. */
final class SarifText {
  private SarifText() {}

  /**
   * The text with nothing in it that a viewer acts on: braces would be placeholders (SARIF 3.11.5)
   * and brackets links (3.11.6).
   */
  static String of(String text) {
    return Visible.of(text)
        .replace("{", "{{")
        .replace("}", "}}")
        .replace("\\", "\\\\")
        .replace("[", "\\[")
        .replace("]", "\\]");
  }

  /** The same for code of several lines, which stay lines. */
  static String lines(String code) {
    return code.lines().map(SarifText::of).collect(Collectors.joining("\n"));
  }

  /** The hash's name in the IANA registry that SARIF 3.24.11 refers to: {@code sha-512}. */
  static String hashName(String algorithm) {
    return algorithm.startsWith("sha") && !algorithm.startsWith("sha-")
        ? "sha-" + algorithm.substring(3)
        : algorithm;
  }
}
