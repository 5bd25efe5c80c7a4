package dev.candor.audit.disclosure;

import dev.candor.audit.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which request a statement speaks of.
 *
 * @param text method and path, as {@code POST /v1/files/*}; {@code *} is any one step, {@code **}
 *     at the end whatever follows
 * @param path its steps
 */
record RequestPattern(String text, Steps path) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{1,20} [!-~]{1,500}");

  /**
   * @throws IllegalArgumentException if it is no method and path
   */
  static RequestPattern of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a request is a method and a path, as POST /v1/messages");
    }
    return new RequestPattern(text, new Steps(steps(text)));
  }

  /**
   * @param request method and the shape of a path
   */
  boolean matches(String request) {
    int space = request.indexOf(' ');
    return space > 0
        && text.startsWith(request.substring(0, space + 1))
        && path.matches(steps(request));
  }

  private static List<String> steps(String request) {
    return Arrays.asList(request.substring(request.indexOf(' ') + 1).split("/", -1));
  }
}
