package dev.candor.scan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScopesTest {
  private static Scopes scopes(Syntax syntax) {
    return new Scopes(syntax, Occurrences.of(syntax.tokens()));
  }

  private static Syntax of(String code) {
    return Syntax.javaScript(Lexed.javaScript(code));
  }

  /** The name that stands as the {@code n}-th of its kind, the first being 0. */
  private static Node.Name name(Syntax syntax, String text, int n) {
    int seen = 0;
    for (int t = 0; t < syntax.tokens().count(); t++) {
      if (syntax.tokens().is(t, text) && seen++ == n) {
        return (Node.Name) syntax.at(t).orElseThrow();
      }
    }
    throw new AssertionError("no " + text);
  }

  @Test
  void aParameterHidesTheVariableOfTheModule() {
    Syntax syntax = of("var a = 1; function f(a) { return a } use(a)");
    Scopes scopes = scopes(syntax);
    Optional<Binding> parameter = scopes.resolve(name(syntax, "a", 2));
    Optional<Binding> module = scopes.resolve(name(syntax, "a", 3));
    assertThat(parameter).isPresent();
    assertThat(module).isPresent();
    assertThat(parameter).isNotEqualTo(module);
    assertThat(module.orElseThrow().scope()).isSameAs(syntax.module());
  }

  @Test
  void blocksHaveVariablesOfTheirOwn() {
    Syntax syntax = of("if (x) { let q = 1; g(q) } else { let q = 2; g(q) }");
    Scopes scopes = scopes(syntax);
    assertThat(scopes.resolve(name(syntax, "q", 1)))
        .isNotEqualTo(scopes.resolve(name(syntax, "q", 3)));
  }

  @Test
  void whatIsCaughtIsSeenInItsHandlerOnly() {
    Syntax syntax =
        of("let e = read(); try { e = parse(e) } catch (e) { log(e) } finally { g(e) } use(e)");
    Scopes scopes = scopes(syntax);
    Binding read = scopes.resolve(name(syntax, "e", 0)).orElseThrow();
    Binding caught = scopes.resolve(name(syntax, "e", 4)).orElseThrow();
    assertThat(caught).isNotEqualTo(read);
    assertThat(scopes.resolve(name(syntax, "e", 1))).contains(read);
    assertThat(scopes.resolve(name(syntax, "e", 2))).contains(read);
    assertThat(scopes.resolve(name(syntax, "e", 5))).contains(read);
    assertThat(scopes.resolve(name(syntax, "e", 6))).contains(read);
    assertThat(scopes.assigned(read)).hasSize(2);
  }

  @Test
  void usesAreThoseThatNoParameterHides() {
    Syntax syntax =
        of(
            "function f(a,b){use(a);g(function(a){return a});g(a=>{h(a)});g((c,a)=>{h(a)});"
                + "g(function(c=a){return a});if(a){h(a)}}");
    Scopes scopes = scopes(syntax);
    Binding parameter = scopes.resolve(name(syntax, "a", 1)).orElseThrow();
    assertThat(scopes.uses(parameter)).hasSize(6);
  }

  @Test
  void varBelongsToTheFunction() {
    Syntax syntax = of("function f() { if (x) { var q = 1 } return q }");
    Scopes scopes = scopes(syntax);
    assertThat(scopes.resolve(name(syntax, "q", 1)))
        .isPresent()
        .isEqualTo(scopes.resolve(name(syntax, "q", 0)));
  }

  @Test
  void whatNobodyDeclaresIsThePlatforms() {
    Syntax syntax = of("const e = process.env;");
    assertThat(scopes(syntax).resolve(name(syntax, "process", 0))).isEmpty();
  }

  @Test
  void findsAssignmentsInOtherFunctionsOfAWideModule() {
    String filler = "function z(e){return e}".repeat(4_000);
    Syntax syntax =
        of("var zone=null;" + filler + "function set(){zone=read()}" + filler + "use(zone)");
    Scopes scopes = scopes(syntax);
    Binding zone = scopes.resolve(name(syntax, "zone", 2)).orElseThrow();
    assertThat(zone.scope()).isSameAs(syntax.module());
    assertThat(scopes.assigned(zone)).hasSize(2);
    assertThat(scopes.uses(zone)).hasSize(3);
  }
}
