package dev.candor.scan.flow;

import dev.candor.artifact.Module;
import dev.candor.core.ByteRange;
import dev.candor.core.Location;
import dev.candor.scan.rewrite.Offsets;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Scopes;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.Optional;

/** One module of a program, as tokens, tree and scopes. */
final class Code {
  private final Module module;
  private final Dialect dialect;
  private final Syntax syntax;
  private final Scopes scopes;
  private final Occurrences occurrences;
  private final Offsets offsets;

  Code(Module module, Syntax syntax, Occurrences occurrences, Offsets offsets) {
    this.offsets = offsets;
    this.module = module;
    this.dialect = Dialect.of(module.language());
    this.syntax = syntax;
    this.occurrences = occurrences;
    this.scopes = new Scopes(syntax, occurrences);
  }

  String name() {
    return module.name();
  }

  Dialect dialect() {
    return dialect;
  }

  /** What JavaScript calls the method. */
  String method(Node.Member member) {
    return dialect.method(member.property());
  }

  Tokens tokens() {
    return syntax.tokens();
  }

  Syntax syntax() {
    return syntax;
  }

  Scopes scopes() {
    return scopes;
  }

  Occurrences occurrences() {
    return occurrences;
  }

  Location locate(Node node) {
    int last = Math.min(node.last(), tokens().count() - 1);
    ByteRange range = offsets.range(tokens().start(Math.max(0, node.first())), tokens().end(last));
    return module.locate(range.start(), range.end());
  }

  /** Whether some of the node is a value that was computed by running code of the module. */
  boolean isEvaluated(Node node) {
    int last = Math.min(node.last(), tokens().count() - 1);
    return offsets.isEvaluated(tokens().start(Math.max(0, node.first())), tokens().end(last));
  }

  String source(Node node) {
    int last = Math.min(node.last(), tokens().count() - 1);
    return tokens().source(Math.max(0, node.first()), last);
  }

  /** The function around a node, itself left out; empty at the top of the module. */
  Optional<Node.Function> functionAround(Node node) {
    Optional<Node> around = syntax.parent(node);
    while (around.isPresent()) {
      if (around.get() instanceof Node.Function f) {
        return Optional.of(f);
      }
      around = syntax.parent(around.get());
    }
    return Optional.empty();
  }
}
