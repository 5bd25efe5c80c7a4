package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.Optional;
import java.util.Set;

/** Calls that stand for a module. */
final class Imports {
  /** Modules of Node that tell of the environment, without Node's own prefix. */
  private static final Set<String> OF_NODE =
      Set.of("os", "fs", "fs/promises", "child_process", "dns", "dns/promises", "path", "process");

  /** Tokens to look at: {@code (x=>typeof require<"u"?require:…)(…)}. */
  private static final int LONGEST_SHIM = 40;

  private Imports() {}

  /** The module that {@code require("x")} or {@code import("x")} asks for. */
  static Optional<String> required(Code code, Node.Call call) {
    return call.arguments().size() == 1
            && call.arguments().getFirst() instanceof Node.Text text
            && requires(code, call.callee(), text.value())
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static boolean requires(Code code, Node callee, String module) {
    return switch (callee) {
      case Node.Name name ->
          name.text().equals("import")
              || name.text().endsWith("require")
              || isOfNode(module)
                  && code.scopes()
                      .resolve(name)
                      .filter(b -> isRequire(code, b.declarations().getFirst()))
                      .isPresent();
      case Node.Call made -> isMade(made);
      default -> false;
    };
  }

  /** What {@code createRequire} gives, or a bundler's own function around {@code require}. */
  private static boolean isRequire(Code code, Node declared) {
    if (!(code.syntax().parent(declared).orElse(declared) instanceof Node.Declarator declarator)
        || declarator.value().isEmpty()) {
      return false;
    }
    Node value = declarator.value().get();
    if (value instanceof Node.Call made && isMade(made)) {
      return true;
    }
    int last = Math.min(value.last(), value.first() + LONGEST_SHIM);
    for (int t = value.first(); t <= last; t++) {
      if (code.tokens().is(t, "require")) {
        return true;
      }
    }
    return false;
  }

  /** {@code createRequire(import.meta.url)}, under whatever name. */
  private static boolean isMade(Node.Call call) {
    return call.arguments().size() == 1
        && (call.arguments().getFirst() instanceof Node.Member url
                && url.property().equals("url")
                && url.object() instanceof Node.Member meta
                && meta.property().equals("meta")
            || call.callee() instanceof Node.Name name && name.text().equals("createRequire")
            || call.callee() instanceof Node.Member member
                && member.property().equals("createRequire"));
  }

  private static boolean isOfNode(String module) {
    return module.startsWith("node:") || OF_NODE.contains(module);
  }

  /** Without Node's own prefix: {@code node:os} is {@code os}. */
  static String bare(String module) {
    return module.startsWith("node:") ? module.substring(5) : module;
  }
}
