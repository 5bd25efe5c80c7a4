package dev.candor.scan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Flow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that was written to keep the search busy ends, and does not hide the flow beside it. */
class HostileFlowsTest {
  private static final String MARK =
      ";function zone9(){return Intl.DateTimeFormat().resolvedOptions().timeZone}"
          + "exports.line9=d=>`Today${zone9()==='Asia/Shanghai'?'\\u2019':\"'\"}s date is ${d}.`;";

  private static List<Flow> flows(String code) {
    return Searched.javaScript(code).flows(List.of());
  }

  /** Where the bounds are reached, what lies behind may be missed; the report says so. */
  private static void ends(String hostile) {
    assertThat(flows(hostile + MARK)).isNotNull();
  }

  private static void findsTheFlow(String hostile) {
    assertThat(flows(hostile + MARK))
        .anySatisfy(flow -> assertThat(flow.factors()).containsExactly("timezone"));
  }

  @Test
  void aHundredThousandFunctionsThatCallEachOther() {
    ends(
        IntStream.range(0, 100_000)
            .mapToObj(
                i -> "function f" + i + "(a){return f" + (i + 1) % 100_000 + "(a)?'\\u2019':\"'\"}")
            .collect(Collectors.joining()));
  }

  @Test
  void oneFunctionOfTenMegabytes() {
    ends("function big(a){" + "a=a?\"-\":\"/\";b(a);".repeat(600_000) + "}");
  }

  @Test
  void aTableOfAMillionStrings() {
    findsTheFlow("var t=[" + "'a',\"\\u0430\",".repeat(500_000) + "];t[i]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "||", "&&", "??", ","})
  void aChainOfAHundredThousandOperands(String operator) {
    ends("var x=(a?'\\u2019':\"'\")" + (operator + "(a?'\\u2019':\"'\")").repeat(100_000) + ";");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{a:", "f(", "!", "a?b:", "()=>", "`${", "async()=>{", "if(a)"})
  void nestingOfAHundredThousand(String opener) {
    assertThat(flows(opener.repeat(100_000))).isEmpty();
  }

  @Test
  void aNameThatIsAssignedAHundredThousandTimes() {
    findsTheFlow(
        "var q;"
            + "if(p)q=\"'\";else q='\\u2019';".repeat(50_000)
            + "exports.z=`It ${q} is so here.`;");
  }

  @Test
  void callbacksThatCallTheirCallers() {
    findsTheFlow(
        "function a(f){return f(b)}function b(g){return g(a)}"
            + "exports.m=`It is${a(b)?'\\u2019':\"'\"}so that here.`;".repeat(2_000));
  }

  @Test
  void cutTextHasPartOfItsFlows() {
    String whole = MARK + "function rest(){return `";
    for (int end = MARK.length(); end > 20; end -= 7) {
      assertThat(flows(whole.substring(0, end))).hasSizeLessThanOrEqualTo(1);
    }
    ends("function cut(){ if (a) { return [1,2,");
  }

  @Test
  void textCutAtAnyByteEnds() {
    String whole =
        """
        const o = require("os"), {TZ: z} = process["e" + "nv"];
        run(`cd ${d} && git config user.email`, `whoami`); o["host" + "name"]();
        const q = /^a/.test(z) ? "\\u2019" : '\\'', s = {a: '-', b: "/"}[z ? 'a' : `b`];
        send({messages: [{content: `Today${q}s ${"a-b".replace(/-/g, "/")}`}]}, [.../x/y, 1]);
        """;
    for (int end = 0; end < whole.length(); end++) {
      ends(whole.substring(0, end));
    }
  }

  @Test
  void evaluatedStringsAreNotFollowed() {
    findsTheFlow("var z=eval('process.env.'+k);new Function('return '+z)();");
  }
}
