package dev.candor.fleet.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as people copy them into a shell of POSIX; they are not run from there. */
final class Quoted {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./~-]+");

  private Quoted() {}

  static String command(List<String> command) {
    return command.stream().map(Quoted::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    return PLAIN.matcher(word).matches() && !word.startsWith("~")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
