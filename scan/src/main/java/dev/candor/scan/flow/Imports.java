package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.Optional;

/** Calls that stand for a module. */
final class Imports {
  private Imports() {}

  /** The module that {@code require("x")} or {@code import("x")} asks for. */
  static Optional<String> required(Code code, Node.Call call) {
    if (call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Node.Text text
        && call.callee() instanceof Node.Name name
        && (name.text().equals("require")
            || name.text().equals("import")
            || name.text().endsWith("require"))) {
      return Optional.of(text.value());
    }
    return Optional.empty();
  }

  /** Without Node's own prefix: {@code node:os} is {@code os}. */
  static String bare(String module) {
    return module.startsWith("node:") ? module.substring(5) : module;
  }
}
