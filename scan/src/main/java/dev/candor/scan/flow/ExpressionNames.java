package dev.candor.scan.flow;

import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Syntax;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * One way to write an expression, however the code has it: {@code new Date()} and {@code Date()}
 * are {@code Date()}, {@code require("node:os")} is {@code require("os")}, arguments are left out
 * where they do not matter.
 */
final class ExpressionNames {
  private ExpressionNames() {}

  /** Of an expression of the catalogue. */
  static String of(String source) {
    Syntax syntax = Syntax.javaScript(JavaScriptLexer.lex(source.getBytes(StandardCharsets.UTF_8)));
    Node node = syntax.statements(syntax.module()).getFirst();
    return of(node);
  }

  private static String of(Node node) {
    return switch (node) {
      case Node.Name name -> name.text();
      case Node.Member member -> of(member.object()) + "." + member.property();
      case Node.Call call -> call(call);
      case Node.Text text -> '"' + text.value() + '"';
      case Node.Unary unary -> of(unary.operand());
      default -> throw new IllegalStateException("the catalogue cannot say " + node);
    };
  }

  private static String call(Node.Call call) {
    String callee = of(call.callee());
    if (callee.equals("require") && call.arguments().getFirst() instanceof Node.Text module) {
      return module(module.value());
    }
    return callee
        + call.arguments().stream()
            .map(ExpressionNames::of)
            .collect(Collectors.joining(",", "(", ")"));
  }

  /** A module of the platform or of a library. */
  static String module(String name) {
    String bare = Imports.bare(name);
    return bare.equals("process") ? "process" : "require(\"" + bare + "\")";
  }

  static String lastName(String expression) {
    String name = expression;
    while (name.endsWith(")")) {
      int open = matching(name);
      if (open <= 0) {
        break;
      }
      name = name.substring(0, open);
    }
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** What an expression that ends in arguments calls. */
  static String callee(String expression) {
    return expression.substring(0, matching(expression));
  }

  private static int matching(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      if (text.charAt(i) == ')') {
        depth++;
      } else if (text.charAt(i) == '(' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
