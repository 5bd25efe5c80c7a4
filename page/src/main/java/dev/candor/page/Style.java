package dev.candor.page;

import dev.candor.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The page's own style sheet, and the policy that allows it and nothing else.
 *
 * @param text of the style element, to the byte
 */
public record Style(String text) {
  /** The one of all pages. */
  public static Style read() {
    try (InputStream in = Style.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("the style sheet page.css is missing beside its class");
      }
      return new Style(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The Content Security Policy (W3C, Level 3): this style by its digest, and no other resource.
   */
  public String policy() {
    return policy("'none'");
  }

  private String policy(String forms) {
    return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action %s"
        .formatted(
            Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8))),
            forms);
  }

  /** The same for pages of a service: forms may be sent to it, and nobody may frame them. */
  public String policyWithForms() {
    return policy("'self'") + "; frame-ancestors 'none'; img-src data:";
  }
}
