package dev.candor.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request says that sent it: the first product of its User-Agent (RFC 9110, 10.1.5). Some
 * write more behind a second slash, as {@code GeminiCLI/0.61.0/gemini-3.1-pro}.
 *
 * @param name as {@code claude-cli}
 * @param version as {@code 2.1.91}; empty where none is said
 */
public record Tool(String name, String version) {
  private static final Pattern PRODUCT =
      Pattern.compile("([A-Za-z0-9._+-]{1,60})(?:/([A-Za-z0-9._+-]{1,60}))?(?:[ (].*|/[^/].*)?");

  @Override
  public String toString() {
    return version.isEmpty() ? name : name + "/" + version;
  }

  /** Empty where it names no product, or one with other characters than such names have. */
  public static Optional<Tool> in(String userAgent) {
    Matcher product = PRODUCT.matcher(userAgent);
    return product.matches()
        ? Optional.of(new Tool(product.group(1), Optional.ofNullable(product.group(2)).orElse("")))
        : Optional.empty();
  }
}
