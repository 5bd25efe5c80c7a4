package dev.candor.specimens.js;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A piece of a program: one file when the program is laid out as files.
 *
 * @param name of the file, without extension
 */
public record Chunk(String name, String code) {
  // Templates indent whatever is not at the top level.
  private static final Pattern DECLARED =
      Pattern.compile(
          "^(?:(?:async )?function |class |const |let |var )(?:([\\w$]+)|[\\[{]([^=]+)[\\]}] =)",
          Pattern.MULTILINE);

  /** Functions, classes, constants and variables of the top level. */
  List<String> exports() {
    return DECLARED.matcher(code).results().flatMap(Chunk::names).toList();
  }

  /** One name, or those of a pattern as {@code a, b: c}. */
  private static Stream<String> names(MatchResult declared) {
    if (declared.group(1) != null) {
      return Stream.of(declared.group(1));
    }
    return Arrays.stream(declared.group(2).split(","))
        .map(part -> part.substring(part.indexOf(':') + 1).strip())
        .filter(name -> !name.isEmpty());
  }
}
