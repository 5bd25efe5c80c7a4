package dev.candor.specimens.js;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a program: one file when the program is laid out as files.
 *
 * @param name of the file, without extension
 */
public record Chunk(String name, String code) {
  // Templates indent whatever is not at the top level.
  private static final Pattern DECLARED =
      Pattern.compile("^(?:(?:async )?function |const |var )([\\w$]+)", Pattern.MULTILINE);

  /** Functions, constants and variables of the top level. */
  List<String> exports() {
    return DECLARED.matcher(code).results().map(match -> match.group(1)).toList();
  }
}
