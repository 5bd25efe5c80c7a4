package dev.candor.lab.inference;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path without what is new in each run. */
public final class PathShape {
  private static final Pattern ID =
      Pattern.compile(
          "\\d+|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
              + "|(?=.*\\d)\\p{XDigit}{8,}"
              + "|(?=(.*\\d){3})(?=.*[A-Za-z])[A-Za-z0-9_-]{16,}");

  private PathShape() {}

  /** {@code /v1/files/*} for {@code /v1/files/550e8400-e29b-41d4-a716-446655440000}. */
  public static String of(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(segment -> ID.matcher(segment).matches() ? "*" : segment)
        .collect(Collectors.joining("/"));
  }
}
