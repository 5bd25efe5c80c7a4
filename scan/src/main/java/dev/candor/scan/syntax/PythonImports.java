package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads the import statements of Python (The Python Language Reference, 7.11). */
final class PythonImports {
  private final PythonCursor c;

  PythonImports(PythonCursor cursor) {
    this.c = cursor;
  }

  /** {@code import a.b as c, d}: each is a module as a whole. */
  Node plain() {
    int first = c.at++;
    List<Node> all = new ArrayList<>();
    while (c.at < c.limit && c.kind() != ';') {
      int start = c.at;
      int root = c.at;
      String path = path();
      int local = root;
      String from = path;
      if (c.accept("as") && c.kind() == Tokens.WORD) {
        local = c.at++;
      } else if (c.kindAt(root) == Tokens.WORD) {
        from = c.tokens.source(root); // the name stands for the outermost package
      }
      if (c.kindAt(local) == Tokens.WORD && !path.isEmpty()) {
        Node.Imported whole = new Node.Imported(new Node.Name(local, c.tokens.source(local)), "*");
        all.add(new Node.Import(start, c.last(), List.of(whole), from));
      }
      c.accept(',');
      c.at = Math.max(c.at, start + 1);
    }
    int last = Math.max(first, c.last());
    return all.size() == 1 && all.getFirst() instanceof Node.Import only
        ? new Node.Import(first, last, only.names(), only.from())
        : new Node.Other(first, last, all);
  }

  /** {@code from ..a.b import c as d}. */
  Node from() {
    int first = c.at++;
    String from = path();
    c.accept("import");
    boolean bracketed = c.kind() == '(';
    int end = bracketed ? c.close(c.at) : c.limit;
    if (bracketed) {
      c.at++;
    }
    List<Node.Imported> names = new ArrayList<>();
    while (c.at < end && c.kind() != ';') {
      if (c.kind() == Tokens.WORD) {
        int exported = c.at++;
        boolean renamed = c.accept("as") && c.kind() == Tokens.WORD;
        int local = renamed ? c.at++ : exported;
        names.add(
            new Node.Imported(
                new Node.Name(local, c.tokens.source(local)), c.tokens.source(exported)));
      } else {
        c.at++;
      }
    }
    c.at = Math.min(c.limit, bracketed ? Math.max(c.at, end + 1) : c.at);
    return new Node.Import(first, Math.max(first, c.last()), names, from);
  }

  /** A dotted path, perhaps with dots in front of it. */
  private String path() {
    StringBuilder path = new StringBuilder();
    while (c.at < c.limit) {
      if (c.kind() == '.' || c.isOperator("...")) {
        path.append(c.tokens.source(c.at));
      } else if (c.kind() == Tokens.WORD
          && !c.isWord("import")
          && (path.isEmpty() || path.charAt(path.length() - 1) == '.')) {
        path.append(c.tokens.source(c.at));
      } else {
        break;
      }
      c.at++;
    }
    return path.toString();
  }
}
