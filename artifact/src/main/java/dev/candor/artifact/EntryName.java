package dev.candor.artifact;

import java.util.Optional;

/** Decides whether a name stored in an archive may stand for a file below the archive's root. */
final class EntryName {
  static final String NAMELESS = "left out, it has no name";

  private EntryName() {}

  /** Why the name is refused, or nothing when it is fine. */
  static Optional<String> problem(String name, int longest) {
    if (name.length() > longest) {
      return Optional.of("left out, its name is too long");
    }
    if (name.indexOf('\0') >= 0) {
      return Optional.of("left out, its name has a NUL");
    }
    if (name.indexOf('\\') >= 0) {
      return Optional.of("left out, its name has a backslash");
    }
    if (name.startsWith("/")) {
      return Optional.of("left out, its path is absolute");
    }
    if (name.length() >= 2 && name.charAt(1) == ':' && isLetter(name.charAt(0))) {
      return Optional.of("left out, its path names a drive");
    }
    for (String segment : name.split("/")) {
      if (segment.equals("..")) {
        return Optional.of("left out, its path leaves the folder");
      }
    }
    return plain(name).isEmpty() ? Optional.of(NAMELESS) : Optional.empty();
  }

  /** The name without empty and {@code .} segments: {@code ./a//b} is {@code a/b}. */
  static String plain(String name) {
    if (!name.startsWith(".")
        && !name.contains("//")
        && !name.contains("/.")
        && !name.endsWith("/")) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    for (String segment : name.split("/")) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        out.append(out.isEmpty() ? "" : "/").append(segment);
      }
    }
    return out.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
