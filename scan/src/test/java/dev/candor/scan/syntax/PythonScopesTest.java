package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonScopesTest {
  private static Scopes scopes(Syntax syntax) {
    return new Scopes(syntax, Occurrences.of(syntax.tokens()));
  }

  private static Optional<Binding> resolved(String code, int n) {
    Syntax syntax = PythonParserTest.of(code);
    return scopes(syntax).resolve(name(syntax, n));
  }

  /** The {@code n}-th place that says q, the first being 0. */
  private static Node.Name name(Syntax syntax, int n) {
    int seen = 0;
    for (int t = 0; t < syntax.tokens().count(); t++) {
      if (syntax.tokens().is(t, "q") && seen++ == n) {
        return (Node.Name) syntax.at(t).orElseThrow();
      }
    }
    throw new AssertionError("no q");
  }

  private static boolean same(String code, int one, int other) {
    Syntax syntax = PythonParserTest.of(code);
    Scopes scopes = scopes(syntax);
    Optional<Binding> a = scopes.resolve(name(syntax, one));
    Optional<Binding> b = scopes.resolve(name(syntax, other));
    assertThat(a).as(code).isPresent();
    assertThat(b).as(code).isPresent();
    return a.equals(b);
  }

  @Test
  void whatAFunctionAssignsIsItsOwn() {
    assertThat(same("q = 1\ndef f():\n  if a:\n    q = 2\n  return q\nq", 1, 2)).isTrue();
    assertThat(same("q = 1\ndef f():\n  q = 2\n  return q\nq", 0, 2)).isFalse();
    assertThat(same("q = 1\ndef f():\n  q = 2\n  return q\nq", 0, 3)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q = 1\ndef f():\n  global q\n  q = 2",
        "def f():\n  q = 1\n  def g():\n    nonlocal q\n    q = 2"
      })
  void globalAndNonlocalSpeakOfTheVariableOutside(String code) {
    assertThat(same(code, 0, 2)).isTrue();
  }

  @Test
  void aParameterThatIsAssignedStaysTheParameter() {
    assertThat(same("def f(q):\n  q = q or 1\n  return q", 0, 3)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for q in a:\n  b(q)",
        "for (x, q) in a: b(q)",
        "with a as q:\n  b(q)",
        "try: a\nexcept E as q: b(q)",
        "import q; b(q)",
        "from a import b as q\nq()",
        "if (q := a): b(q)",
        "match a:\n  case q: b(q)",
        "q: int = 1\nb(q)",
        "x, (y, *q) = a\nb(q)"
      })
  void everyWayToBindANameDeclaresIt(String code) {
    assertThat(same(code, 0, 1)).isTrue();
  }

  @Test
  void theVariableOfAComprehensionIsNotSeenOutside() {
    assertThat(same("q = 1\nx = [q for q in a]\nq", 1, 2)).isTrue();
    assertThat(same("q = 1\nx = [q for q in a]\nq", 0, 1)).isFalse();
    assertThat(same("q = 1\nx = [q for q in a]\nq", 0, 3)).isTrue();
  }

  @Test
  void methodsDoNotSeeWhatTheirClassDeclares() {
    assertThat(resolved("class A:\n  q = 1\n  def f(self):\n    return q", 1)).isEmpty();
    assertThat(same("q = 0\nclass A:\n  q = 1\n  def f(self):\n    return q", 0, 2)).isTrue();
  }

  @Test
  void aKeywordOfACallAndAMemberAreNoVariables() {
    Syntax syntax = PythonParserTest.of("q = 1\nf(q=2)\na.q = 3\nf(q)");
    Scopes scopes = scopes(syntax);
    Binding binding = scopes.resolve(name(syntax, 0)).orElseThrow();
    assertThat(scopes.uses(binding)).hasSize(2);
  }

  @Test
  void whatNobodyBindsIsThePlatforms() {
    assertThat(resolved("q(1)", 0)).isEmpty();
  }
}
