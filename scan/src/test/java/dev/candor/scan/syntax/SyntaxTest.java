package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
  private static Syntax of(String code) {
    return Syntax.javaScript(Lexed.javaScript(code));
  }

  private static Node only(String code) {
    Syntax syntax = of(code);
    List<Node> statements = syntax.statements(syntax.module());
    assertThat(statements).hasSize(1);
    return statements.getFirst();
  }

  @Test
  void readsAChoiceWithinATemplate() {
    Node.Return way = (Node.Return) only("return `Today${a ? \"'\" : '\\u2019'}s date`");
    Node.Template template = (Node.Template) way.value().orElseThrow();
    assertThat(template.texts()).containsExactly("Today", "s date");
    Node.Conditional choice = (Node.Conditional) template.parts().getFirst();
    assertThat(choice.test()).isInstanceOf(Node.Name.class);
    assertThat(choice.then())
        .isInstanceOfSatisfying(Node.Text.class, t -> assertThat(t.value()).isEqualTo("'"));
    assertThat(choice.otherwise())
        .isInstanceOfSatisfying(Node.Text.class, t -> assertThat(t.value()).isEqualTo("’"));
  }

  @Test
  void bindsOperatorsAsEcma262Does() {
    Node.Binary or = (Node.Binary) only("a || b && c === d + e * f");
    assertThat(or.operator()).isEqualTo("||");
    Node.Binary and = (Node.Binary) or.right();
    assertThat(and.operator()).isEqualTo("&&");
    Node.Binary equal = (Node.Binary) and.right();
    assertThat(equal.operator()).isEqualTo("===");
    assertThat(((Node.Binary) equal.right()).operator()).isEqualTo("+");
  }

  @Test
  void aConstantKeyIsAMember() {
    Node.Member member = (Node.Member) only("process[\"env\"].HOME");
    assertThat(member.property()).isEqualTo("HOME");
    assertThat(((Node.Member) member.object()).property()).isEqualTo("env");
  }

  @Test
  void holesOfAPatternCount() {
    Node.Declare declare = (Node.Declare) only("const [, second] = pair();");
    Node.Declarator declarator = (Node.Declarator) declare.declarators().getFirst();
    Node.Array pattern = (Node.Array) declarator.target();
    assertThat(pattern.elements()).hasSize(2);
    assertThat(pattern.elements().get(1)).isInstanceOf(Node.Name.class);
  }

  @Test
  void typesOfTypeScriptArePassedOver() {
    Node.Declare declare =
        (Node.Declare)
            only("const f = (a: string, b?: number): boolean => a as unknown as boolean;");
    Node.Declarator declarator = (Node.Declarator) declare.declarators().getFirst();
    Node.Function f = (Node.Function) declarator.value().orElseThrow();
    assertThat(f.parameters()).hasSize(2);
    assertThat(f.body()).isInstanceOf(Node.Name.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async function* f() { for await (const x of y) yield* x }",
        "class A extends B { static #p = 1; get x() { return this.#p } static { go() } }",
        "using file = open(); a ??= b?.[c]?.(d) ?? e;",
        "label: for (;;) { continue label }",
        "import d, { a as b } from 'm'; export { b as c }; export default class {}",
        "x = a ? b : c ? d : e, f = async (g) => await g, h = new (i())(j)",
        "switch (a) { case 'x': b(); break; default: c() }",
        "try { a } catch { b } finally { c }",
        "var re = /[/]'/g, t = tag`x${1}y`, n = 1_000n, o = { async *[k]() {}, get a() { return 1 }, ...r };"
      })
  void everyTokenOfAStatementIsInIt(String code) {
    Syntax syntax = of(code);
    for (int t = 0; t < syntax.tokens().count(); t++) {
      int token = t;
      if (syntax.tokens().kind(t) != ';') {
        assertThat(syntax.at(t)).as("token %d of %s", t, code).isPresent();
        syntax
            .at(t)
            .ifPresent(node -> {
              assertThat(node.first()).isLessThanOrEqualTo(token);
              assertThat(node.last()).isGreaterThanOrEqualTo(token);
            });
      }
    }
  }

  @Test
  void aStatementOfAWideModuleIsTheSameAsOfASmallOne() {
    String statement = "function mark(a){if(!a)return\"'\";return\"\\u2019\"}";
    String filler = "var q=[1,2,3].map(e=>e*2);function z(e){return e}".repeat(3_000);
    Syntax wide = of(filler + statement + filler);
    assertThat(wide.isWide(wide.module())).isTrue();
    int name = Lexed.first(wide.tokens(), "mark");
    Node.Function f = (Node.Function) wide.at(name).orElseThrow();
    assertThat(wide.tokens().source(f.first(), f.last())).isEqualTo(statement);
    assertThat(wide.statements(f.body())).hasSize(2);
  }

  @Test
  void aListOfDataIsCutAndItsStatementIsNot() {
    String code = "var table=[" + "1,".repeat(400_000) + "2],after=f(3);";
    Syntax syntax = Syntax.javaScript(Lexed.javaScript(code));
    int three = syntax.tokens().count() - 3;
    assertThat(syntax.tokens().source(three)).isEqualTo("3");
    assertThat(syntax.at(three)).get().isInstanceOf(Node.Call.class);
    assertThat(syntax.at(three - 100)).get().isInstanceOf(Node.Array.class);
    assertThat(syntax.at(100)).get().isEqualTo(new Node.Digits(100, 1));
  }

  @Test
  void noTreesAreMadeBeyondTheAllowance() {
    Allowance allowance = new Allowance();
    String code = "f([" + "1,".repeat(140_000) + "1]);";
    for (int i = 0; i < 10; i++) {
      Syntax syntax = Syntax.javaScript(Lexed.javaScript(code), allowance);
      assertThat(syntax.at(1)).as("module %d", i).isPresent();
      assertThat(syntax.exhausted()).isEqualTo(i >= 7);
      if (i >= 7) {
        break;
      }
    }
    Syntax late = Syntax.javaScript(Lexed.javaScript("g(1)"), allowance);
    assertThat(late.exhausted()).isTrue();
    assertThat(late.at(1)).isEmpty();
  }
}
