package dev.candor.policy.condition;

import dev.candor.policy.Facts;
import dev.candor.policy.Truth;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression, compiled. It has no macros, so that there is no loop in it, and its cost is bound
 * by its length and that of the facts; regular expressions are RE2's, which take linear time.
 */
record CelProgram(CelRuntime.Program program) {
  private static final int DEEPEST = 32;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(Condition.LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .maxParseErrorRecoveryLimit(1)
          .comprehensionMaxIterations(1)
          .enableHeterogeneousNumericComparisons(true)
          .maxRegexProgramSize(1_000)
          .build();
  private static final List<String> TEXTS =
      List.of("product", "type", "tool", "version", "machine", "path", "upstream", "means");
  private static final String AT = "at";
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL)
            .addVar(AT, SimpleType.TIMESTAMP);
    TEXTS.forEach(name -> builder.addVar(name, SimpleType.STRING));
    return builder.build();
  }

  static CelProgram compile(String text) {
    CelValidationResult result = COMPILER.compile(text);
    if (result.hasError()) {
      throw broken(result.getErrors().getFirst());
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      return new CelProgram(RUNTIME.createProgram(tree));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new BrokenCondition(1, 1, String.valueOf(e.getMessage()));
    }
  }

  private static BrokenCondition broken(CelIssue issue) {
    return new BrokenCondition(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(0, issue.getSourceLocation().getColumn()) + 1,
        issue.getMessage());
  }

  Truth evaluate(Facts facts, Instant at) {
    Map<String, Object> values = new HashMap<>();
    values.put("product", facts.product().text());
    values.put("type", facts.product().type());
    values.put(AT, at);
    put(values, "tool", facts.tool());
    put(values, "version", facts.version());
    put(values, "machine", facts.machine());
    put(values, "path", facts.path());
    put(values, "upstream", facts.upstream());
    put(values, "means", facts.means());
    try {
      return program.eval(values) instanceof Boolean holds
          ? (holds ? Truth.YES : Truth.NO)
          : Truth.UNKNOWN;
    } catch (CelEvaluationException e) {
      // A variable without a value, or a number out of its range.
      return Truth.UNKNOWN;
    }
  }

  private static void put(Map<String, Object> values, String name, Optional<String> value) {
    value.ifPresent(it -> values.put(name, it));
  }
}
