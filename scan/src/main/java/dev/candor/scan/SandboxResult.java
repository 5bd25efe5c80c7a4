package dev.candor.scan;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Reads what result.js made of a value. */
final class SandboxResult {
  /** Result.js stops there too; a slice may have tampered with it. */
  private static final int MAX_LINES = 100_000;

  private SandboxResult() {}

  /**
   * Reads a flat array: the kind, then its strings or its number.
   *
   * @throws RuntimeException one of the engine's, if a slice tampered with the array
   */
  static Outcome read(Value result) {
    return switch (result.getArrayElement(0).asString()) {
      case "text" -> new Outcome.Text(result.getArrayElement(1).asString());
      case "number" -> new Outcome.Numeric(result.getArrayElement(1).asDouble());
      case "bytes" -> new Outcome.Bytes(result.getArrayElement(1).asString());
      case "lines" -> new Outcome.Lines(lines(result));
      case "error" ->
          new Outcome.Failed(Outcome.Reason.ERROR, result.getArrayElement(1).asString());
      default -> new Outcome.Nothing();
    };
  }

  private static List<String> lines(Value result) {
    int end = (int) Math.min(result.getArraySize(), MAX_LINES + 1);
    List<String> lines = new ArrayList<>(end - 1);
    long room = SandboxEngine.MAX_LENGTH;
    for (int i = 1; i < end; i++) {
      String line = result.getArrayElement(i).asString();
      room -= line.length();
      if (room < 0) {
        break;
      }
      lines.add(line);
    }
    return List.copyOf(lines);
  }
}
