package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.NodeMap;
import dev.candor.scan.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a function gives back, and what decides which of it. */
final class Returns {
  private final NodeMap<List<Result>> known = new NodeMap<>();

  /**
   * One way out of a function.
   *
   * @param value empty for a bare return
   * @param tests conditions that were passed on the way, the outcome of each decides
   */
  record Result(Optional<Node> value, List<Node> tests) {
    /** Whether it gives back nothing: a way out that switches something off. */
    boolean isAbsent() {
      return value.isEmpty()
          || value.get() instanceof Node.Constant constant
              && (constant.text().equals("null")
                  || constant.text().equals("undefined")
                  || constant.text().equals("None"))
          || value.get() instanceof Node.Unary unary && unary.operator().equals("void");
    }
  }

  List<Result> of(Syntax syntax, Node.Function function) {
    List<Result> results = known.get(function);
    if (results == null) {
      results = new ArrayList<>();
      Walk walk = new Walk(results);
      switch (function.body()) {
        case Node.Body body -> walk.all(syntax.statements(body));
        case Node.Block block -> walk.all(block.statements());
        case Node expression -> results.add(new Result(Optional.of(expression), List.of()));
      }
      known.put(function, results);
    }
    return results;
  }

  private static final class Walk {
    private final List<Result> into;
    private List<Node> tests = new ArrayList<>();

    Walk(List<Result> into) {
      this.into = into;
    }

    void all(List<Node> statements) {
      statements.forEach(this::statement);
    }

    private void statement(Node node) {
      switch (node) {
        case Node.Return way -> into.add(new Result(way.value(), List.copyOf(tests)));
        case Node.Block block -> all(block.statements());
        case Node.If branch -> {
          int before = into.size();
          List<Node> outer = tests;
          tests = new ArrayList<>(outer);
          tests.add(branch.test());
          statement(branch.then());
          branch.otherwise().ifPresent(this::statement);
          // What comes behind an early way out hangs on the same test.
          if (into.size() == before) {
            tests = outer;
          }
        }
        case Node.Switch choice -> {
          tests = new ArrayList<>(tests);
          tests.add(choice.subject());
          choice.cases().forEach(this::statement);
        }
        case Node.Case one -> all(one.statements());
        case Node.Loop loop -> within(loop.tests(), loop.body());
        case Node.Each each -> within(List.of(each.iterated()), each.body());
        case Node.Try attempt -> all(attempt.blocks());
        case Node.Other labelled -> all(labelled.parts());
        default -> {}
      }
    }

    private void within(List<Node> heads, Node body) {
      List<Node> outer = tests;
      int before = into.size();
      tests = new ArrayList<>(outer);
      tests.addAll(heads);
      statement(body);
      if (into.size() == before) {
        tests = outer;
      }
    }
  }
}
