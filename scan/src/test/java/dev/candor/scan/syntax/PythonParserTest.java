package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonParserTest {
  static Syntax of(String code) {
    return Syntax.python(Lexed.python(code));
  }

  private static List<Node> all(String code) {
    Syntax syntax = of(code);
    return syntax.statements(syntax.module());
  }

  /** A tree as JavaScript would have it, so that what is equal reads equal. */
  private static String tree(String code) {
    return PrintedTree.of(of(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '§',
      textBlock =
          """
          a if b else c                    ~ (b ? a : c)
          a or b and not c                 ~ (a || (b && (! c)))
          a == b + c * d                   ~ (a == (b + (c * d)))
          2 ** -x ** y                     ~ (2 ** (- (x ** y)))
          -a ** b                          ~ (- (a ** b))
          a < b <= c                       ~ ((a < b) <= c)
          x in y                           ~ y.includes(x)
          x not in y                       ~ (! y.includes(x))
          x is not None                    ~ (x is not None)
          not x is y                       ~ (! (x is y))
          f(a, *b, c=d, **e)               ~ f(a,(... b),{c: d,(... e)})
          x[1:2]                           ~ x.slice(1,2)
          x[a]                             ~ x[a]
          x["k"].y                         ~ x.k.y
          a, b = b, a                      ~ [a,b] = [b,a]
          a = b = c                        ~ a = b = c
          a: int = 5                       ~ a = 5
          a += b                           ~ a += b
          (n := f(x))                      ~ n := f(x)
          "a" 'b' "c"                      ~ 'abc'
          f"a{b}c" "d{" f"{e!r:>{w}}{{}}"  ~ `a${b}cd{${e}${w}{}`
          f"{a['x']:%Y-%m-%d}!"            ~ `${a.x}!`
          "a%sb%d" % (c, d)                ~ `a${c}b${d}`
          "a{}b{0}c{d}".format(x, d=y)     ~ `a${x}b${x}c${y}`
          ", ".join(x)                     ~ x.join(', ')
          {"a": b, c: d, **e}              ~ {a: b,[c]: d,(... e)}
          {a, b}                           ~ [a,b]
          dict(a=b)                        ~ {a: b}
          ()                               ~ []
          (a,)                             ~ [a]
          (a)                              ~ a
          [f(x) for x in y if z]           ~ y.map((x) => (z && f(x)))
          any(h == x for x in y)           ~ y.some((x) => (h == x))
          [a for b in c for a in b]        ~ c.map((b) => b.map((a) => a))
          {k: v for k, v in d}             ~ d.map(([k,v]) => {[k]: v})
          lambda a, b=1, *c: a             ~ (a,b = 1,(... c)) => a
          await f(x)                       ~ (await f(x))
          x = yield y                      ~ x = (yield y)
          return a, b                      ~ return [a,b]
          raise E(a) from b                ~ throw E(a)
          global a, b                      ~ other([a,b])
          import a.b as c                  ~ import(a.b: *=c)
          import a.b                       ~ import(a: *=a)
          from ..a import b as c, d        ~ import(..a: b=c d=d)
          from . import (a, b)             ~ import(.: a=a b=b)
          from x import *                  ~ import(x:)
          "\\N{RIGHT SINGLE QUOTATION MARK}\\u2019\\U00002019" ~ '’’’'
          rf"\\d{a}"                       ~ `\\d${a}`
          print "a"                        ~ other('a')
          """)
  void readsAsJavaScriptWould(String code, String expected) {
    assertThat(tree(code)).isEqualTo(expected);
  }

  @Test
  void suitesEndWhereTheIndentationDoes() {
    assertThat(tree("if a:\n  b\n  if c:\n    d\n  e\nelif f: g; h\nelse:\n  i\nj"))
        .isEqualTo("if (a) {b; if (c) {d}; e} else if (f) {g; h} else {i}; j");
  }

  @Test
  void linesWithinBracketsAndBehindABackslashAreOne() {
    assertThat(tree("x = f(a,\n  b)\ny = c + \\\n d\nz")).isEqualTo("x = f(a,b); y = (c + d); z");
  }

  @Test
  void aCommentIsNoLineAndAnEndingInABackslashNoContinuation() {
    assertThat(tree("if a:\n# b\n  c # d \\\n  e\n# f\n  g")).isEqualTo("if (a) {c; e; g}");
  }

  @Test
  void readsLoopsTriesAndContexts() {
    assertThat(tree("for a, b in c:\n  d\nelse:\n  e")).isEqualTo("{for ([a,b] of c) {d}; {e}}");
    assertThat(tree("while a: b")).isEqualTo("while (a) {b}");
    assertThat(tree("try:\n  a\nexcept (E, F) as e:\n  b\nfinally:\n  c"))
        .isEqualTo("try {a} {e = other([E,F]); {b}} {c}");
    assertThat(tree("with open(a) as f, b: c")).isEqualTo("{f = open(a); b; {c}}");
    assertThat(tree("with (open(a) as f,\n      b): c")).isEqualTo("{f = open(a); b; {c}}");
  }

  @Test
  void patternsThatStandForEachOtherRunIntoTheNextCase() {
    assertThat(tree("match a:\n  case 'x' | 'y': b\n  case z if c:\n    d\n  case _: e"))
        .isEqualTo("switch (a) ['x': ; 'y': {b}; z: if (c) {d}; : {e}]");
    assertThat(tree("match = 1\nmatch(a)")).isEqualTo("match = 1; match(a)");
  }

  @Test
  void theObjectOfAMethodIsNoArgument() {
    String code =
        """
        class A(B):
          x = 1
          def f(self, a): return a
          @property
          def g(me): return me.x
          @staticmethod
          def h(a): return a
        """;
    assertThat(tree(code))
        .isEqualTo(
            "class A {x: 1; f: (a,(self self)) => {return a}; g: get ((self me)) => {return me.x};"
                + " h: (a) => {return a}}");
  }

  @Test
  void bodiesOfFunctionsAreReadWhenTheyAreAskedFor() {
    Syntax syntax = of("@cached\nasync def f(a: int = 1, *, b) -> C:\n  if a:\n    return b\nf()");
    List<Node> statements = syntax.statements(syntax.module());
    assertThat(statements).hasSize(2);
    Node.Other decorated = (Node.Other) statements.getFirst();
    Node.Function f = (Node.Function) decorated.parts().getLast();
    assertThat(f.name().map(Node.Name::text)).contains("f");
    assertThat(f.parameters()).hasSize(2);
    assertThat(f.body()).isInstanceOf(Node.Body.class);
    assertThat(syntax.statements(f.body()))
        .singleElement()
        .isInstanceOfSatisfying(
            Node.If.class, branch -> assertThat(branch.test()).isInstanceOf(Node.Name.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(:\n  return (\nx = 1",
        "if a\n  b\nc",
        "class :\n  def\n  x =",
        "f\"{a\nb = 2",
        "x = [1, 2\ny = 3",
        "  indented\nback",
        "else:\n  a",
        "lambda: (yield)\n@\n",
        "a b c\nd $ e ? f"
      })
  void brokenTextGivesWhatCanBeRead(String code) {
    assertThat(all(code)).isNotEmpty();
    assertNested(of(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{", "f(", "not ", "-", "a if b else ", "lambda: ", "a.b[", "**"})
  void nestingOfAHundredThousandEnds(String opener) {
    assertNested(of("x = " + opener.repeat(100_000)));
  }

  @Test
  void nestingOfTenThousandSuitesEnds() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      code.append(" ".repeat(i)).append("if a:\n");
    }
    assertNested(of(code.toString()));
    assertNested(of("if a: b\n" + "elif c: d\n".repeat(10_000)));
  }

  /** No node reaches beyond the one around it; bodies are read, too. */
  static void assertNested(Syntax syntax) {
    List<Node> open = new ArrayList<>(List.of(syntax.module()));
    int looked = 0;
    while (!open.isEmpty() && looked++ < 100_000) {
      Node node = open.removeLast();
      for (Node child : syntax.children(node)) {
        assertThat(child.first()).isGreaterThanOrEqualTo(node.first());
        assertThat(child.last()).isGreaterThanOrEqualTo(child.first());
        assertThat(child.last()).isLessThanOrEqualTo(node.last());
        open.add(child);
      }
    }
  }

  @Provide
  Arbitrary<String> snippets() {
    return Arbitraries.of(
            "if ", "else", "elif ", ":", "\n", "\n  ", "\n    ", "def f(", "class A", "(", ")", "[",
            "]", "{", "}", "f\"", "\"", "'", "a", "b ", " in ", "not ", "lambda ", "for ", "=", ",",
            ".", "*", "**", "@", "match a", "case ", "with ", " as ", "import ", "from ", "return ",
            "yield ", ";", "\\", "#", ":=", "%", "1", "async ", "await ", "try", "except ", "...")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 2000)
  void nodesOfAnyTextNest(@ForAll("snippets") String text) {
    assertNested(of(text));
  }
}
