package dev.candor.scan.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Trees in one line, much as JavaScript is written. */
final class PrintedTree {
  private final Syntax syntax;

  private PrintedTree(Syntax syntax) {
    this.syntax = syntax;
  }

  static String of(Syntax syntax) {
    PrintedTree printed = new PrintedTree(syntax);
    return printed.all(syntax.statements(syntax.module()), "; ");
  }

  private String all(List<Node> nodes, String between) {
    return nodes.stream().map(this::of).collect(Collectors.joining(between));
  }

  private String of(Node node) {
    return switch (node) {
      case Node.Name name -> name.text();
      case Node.Text text -> "'" + text.value() + "'";
      case Node.Digits digits -> Integer.toString((int) digits.value());
      case Node.Constant constant -> constant.text();
      case Node.Regex regex -> regex.source();
      case Node.Template template -> template(template);
      case Node.Member member -> of(member.object()) + "." + member.property();
      case Node.Index index -> of(index.object()) + "[" + of(index.key()) + "]";
      case Node.Call call -> of(call.callee()) + "(" + all(call.arguments(), ",") + ")";
      case Node.Unary unary -> "(" + unary.operator() + " " + of(unary.operand()) + ")";
      case Node.Binary b -> "(" + of(b.left()) + " " + b.operator() + " " + of(b.right()) + ")";
      case Node.Conditional choice ->
          "("
              + of(choice.test())
              + " ? "
              + of(choice.then())
              + " : "
              + of(choice.otherwise())
              + ")";
      case Node.Assign a -> of(a.target()) + " " + a.operator() + " " + of(a.value());
      case Node.Sequence sequence -> all(sequence.parts(), ", ");
      case Node.Array array -> "[" + all(array.elements(), ",") + "]";
      case Node.Fields fields -> "{" + all(fields.fields(), ",") + "}";
      case Node.Field field ->
          field.name().orElseGet(() -> "[" + of(field.key().orElseThrow()) + "]")
              + ": "
              + of(field.value());
      case Node.Function f ->
          (f.getter() ? "get " : "") + "(" + all(f.parameters(), ",") + ") => " + of(f.body());
      case Node.Body body -> "{" + all(syntax.statements(body), "; ") + "}";
      case Node.ClassOf type ->
          "class "
              + type.name().map(Node.Name::text).orElse("")
              + " {"
              + all(type.members(), "; ")
              + "}";
      case Node.Block block -> "{" + all(block.statements(), "; ") + "}";
      case Node.Declare declare -> declare.kind() + " " + all(declare.declarators(), ", ");
      case Node.Declarator one -> of(one.target()) + one.value().map(v -> " = " + of(v)).orElse("");
      case Node.If branch ->
          "if ("
              + of(branch.test())
              + ") "
              + of(branch.then())
              + branch.otherwise().map(o -> " else " + of(o)).orElse("");
      case Node.Return way -> "return" + way.value().map(v -> " " + of(v)).orElse("");
      case Node.Throw raised -> "throw " + of(raised.value());
      case Node.Loop loop -> "while (" + all(loop.tests(), ",") + ") " + of(loop.body());
      case Node.Each each ->
          "for (" + of(each.target()) + " of " + of(each.iterated()) + ") " + of(each.body());
      case Node.Switch choice ->
          "switch (" + of(choice.subject()) + ") [" + all(choice.cases(), "; ") + "]";
      case Node.Case one ->
          one.test().map(this::of).orElse("") + ": " + all(one.statements(), "; ");
      case Node.Try attempt -> "try " + all(attempt.blocks(), " ");
      case Node.Import imports ->
          "import("
              + imports.from()
              + ":"
              + imports.names().stream()
                  .map(one -> " " + one.exported() + "=" + one.local().text())
                  .collect(Collectors.joining())
              + ")";
      case Node.Other other -> "other(" + all(other.parts(), ",") + ")";
    };
  }

  private String template(Node.Template template) {
    StringBuilder text = new StringBuilder("`").append(template.texts().getFirst());
    for (int i = 0; i < template.parts().size(); i++) {
      text.append("${").append(of(template.parts().get(i))).append('}');
      text.append(template.texts().get(i + 1));
    }
    return text.append('`').toString();
  }
}
