package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.scan.Outcome.Failed;
import dev.candor.scan.Outcome.Lines;
import dev.candor.scan.Outcome.Reason;
import dev.candor.scan.Outcome.Text;
import dev.candor.scan.Sandbox.Bounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that loops for ever, allocates without end, recurses, or resists being stopped. */
class SandboxBoundsTest {
  /** Short, so that the tests are. */
  private static final Bounds TIGHT = new Bounds(200_000, 64L << 20, Duration.ofMillis(1500));

  /** For what is counted: no loaded machine is so slow. */
  private static final Bounds COUNTED = new Bounds(200_000, 64L << 20, Duration.ofSeconds(60));

  private static final Bounds NO_COUNT =
      new Bounds(Long.MAX_VALUE / 2, 64L << 20, Duration.ofMillis(300));

  private static final Sandbox SANDBOX = new Sandbox();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static Reason reason(String program, Bounds bounds) {
    Outcome outcome = SANDBOX.evaluate(program, bounds);
    assertThat(outcome).isInstanceOf(Failed.class);
    stillWorks();
    return ((Failed) outcome).reason();
  }

  private static void stillWorks() {
    assertThat(SANDBOX.evaluate("'on'", Bounds.STANDARD)).isEqualTo(new Text("on"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;);",
        "({ get x() { while (true) {} } })",
        "'' + { toString() { while (true) {} } }",
        "[{ get x() { for (;;); } }]",
        "new Proxy([], { get() { while (true) {} } })",
        "new Proxy({}, { ownKeys() { while (true) {} } })",
        "with (new Proxy({}, { has() { while (true) {} } })) x",
        "function* g() { while (true) {} } [...g()]",
        "function* g() { while (true) {} } g()",
        "({ [Symbol.iterator]() { while (true) {} } })",
        "Promise.resolve().then(() => { while (true) {} })",
        "(async () => ({ then() { while (true) {} } }))()",
        "[2, 1].sort(() => { while (true) {} })",
        "JSON.stringify({ toJSON() { while (true) {} } })",
        "Object.defineProperty(Object.prototype, 'then', { get() { while (true) {} } }); Promise.resolve({})",
        "try { while (true) {} } finally { while (true) {} }",
        "eval('while (true) {}')",
        "Promise.reject({ toString() { while (true) {} } })",
      })
  void anEndlessLoopRunsOutOfStatements(String program) {
    assertThat(reason(program, COUNTED)).isEqualTo(Reason.STATEMENTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        // The engine's own loops, without a statement in them
        "/(?=(a+)+b)\\1/.test('a'.repeat(5000))",
        "const a = { length: 2 ** 53 - 1 }; Array.prototype.lastIndexOf.call(a, 1)",
        "const h = 'a'.repeat(8e6); h.indexOf('a'.repeat(4e6) + 'b')",
        "BigInt('9'.repeat(16e6))",
        // Cancelled, it starts again
        "function f() { try { f() } finally { f() } } f()",
        "function f() { try { f() } catch { f() } } f()",
        "for (;;) require('crypto').pbkdf2Sync('a', 'b', 1e6, 32, 'sha256')",
      })
  void whatCannotBeCountedRunsOutOfTime(String program) {
    Bounds roomy = new Bounds(NO_COUNT.statements(), 1L << 30, NO_COUNT.time());
    assertThat(reason(program, roomy)).isEqualTo(Reason.TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const a = []; for (;;) a.push(new Array(1000).fill(1))",
        "const a = []; for (;;) a.push(new ArrayBuffer(16e6))",
        "const m = new Map(); for (let i = 0; ; i++) m.set(i, i)",
        "const a = 'x'.repeat(8e6), l = []; for (;;) l.push(a + l.length)",
        "let s = 'ab'.repeat(4e6); for (;;) s.split('')",
        "(function f() { return Promise.resolve().then(f) })()",
        "for (let i = 0; ; i++) Function('return ' + i)()",
        "let a = [1]; for (;;) a = a.concat(a)",
        "let x = 1n << (2n ** 28n), a = []; for (let i = 0n; ; i++) a.push(x + i)",
      })
  void allocationWithoutEndRunsOutOfMemory(String program) {
    Bounds patient = new Bounds(NO_COUNT.statements(), 64L << 20, Duration.ofSeconds(60));
    assertThat(reason(program, patient)).isEqualTo(Reason.MEMORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x'.repeat(2 ** 29)",
        "'x'.padStart(1e9)",
        "let s = 'x'; for (;;) s += s",
        "Array.from({ length: 2 ** 32 })",
        "new Uint8Array(2 ** 31)",
        "new ArrayBuffer(2 ** 40)",
        "Buffer.alloc(2 ** 31)",
        "function f() { f() } f()",
        "eval('['.repeat(1e6))",
        "JSON.parse('['.repeat(1e6))",
        "Math.max(...Array(1e6))",
        "require('crypto').pbkdf2Sync('a', 'b', 1e9, 64, 'sha512')",
        "require('crypto').scryptSync('a', 'b', 64, { N: 2 ** 30 })",
      })
  void oneTooLargeRequestIsAnErrorOfTheSlice(String program) {
    assertThat(reason(program, Bounds.STANDARD)).isEqualTo(Reason.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/(a+)+$/.test('a'.repeat(50) + 'b')",
        "throw { toString() { while (true) {} } }",
        "throw new Proxy({}, { get() { while (true) {} } })",
        "throw Object.defineProperty(new Error(), 'message', { get() { while (true) {} } })",
        "throw 'a'.repeat(1e7)",
        "3n ** (10n ** 9n)",
        "new Array(2 ** 32 - 1).fill(0)",
        "new Array(1e8).join('x')",
        "const d = Date.now(); while (Date.now() - d < 1e12);",
        "Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0)",
        "let a = 'a'; for (let i = 0; i < 1e5; i++) a = [a]; a",
        "const a = []; a[0] = a; a",
        "Object.prototype[Symbol.iterator] = function* () { for (;;) yield this }; ({})",
        "Array.prototype.push = Reflect.apply = String.fromCharCode = () => { for (;;); }; ['a']",
        "Object.defineProperty(Array.prototype, '0', { set() { for (;;); } }); ['a']",
        "throw null",
        "debugger",
        "new RegExp('(a?){5000}'.repeat(200)).test('a')",
      })
  void whateverItDoesItEnds(String program) {
    assertThat(SANDBOX.evaluate(program, TIGHT)).isNotNull();
    stillWorks();
  }

  @Test
  void anInterpreterOutOfMemoryIsReplaced() {
    Bounds unbounded = new Bounds(NO_COUNT.statements(), 1L << 40, Duration.ofSeconds(60));
    assertThat(reason("const a = []; for (;;) a.push(new ArrayBuffer(16e6))", unbounded))
        .isEqualTo(Reason.MEMORY);
  }

  @Test
  void resultsAreCut() {
    assertThat(SANDBOX.evaluate("Array.from({ length: 3e5 }, (_, i) => 's')", Bounds.STANDARD))
        .isInstanceOfSatisfying(Lines.class, l -> assertThat(l.lines()).hasSize(100_000));
    assertThat(SANDBOX.evaluate("const s = 'x'.repeat(1e6); Array(50).fill(s)", Bounds.STANDARD))
        .isInstanceOfSatisfying(Lines.class, l -> assertThat(l.lines()).hasSize(16));
    assertThat(SANDBOX.evaluate("throw 'x'.repeat(1e6)", Bounds.STANDARD))
        .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.message()).hasSize(300));
  }

  @Test
  void aZlibBombIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(new byte[64 << 20]);
    }
    String base64 = Base64.getEncoder().encodeToString(packed.toByteArray());
    assertThat(
            SANDBOX.evaluate(
                "require('zlib').inflateSync(Buffer.from('%s', 'base64')).length".formatted(base64),
                Bounds.STANDARD))
        .isEqualTo(new Failed(Reason.ERROR, "Error: deflate failed"));
  }

  @Test
  void anExpressionThatIsStoppedDoesNotStopTheOthers() {
    List<Outcome> outcomes =
        SANDBOX.evaluateAll(
            "const f = (s) => s + '!'; const spin = () => { for (;;); };",
            List.of("f('a')", "spin()", "f('b')"),
            COUNTED);
    assertThat(outcomes.get(0)).isEqualTo(new Text("a!"));
    assertThat(outcomes.get(1)).extracting("reason").isEqualTo(Reason.STATEMENTS);
    assertThat(outcomes.get(2)).isEqualTo(new Text("b!"));
  }

  @Test
  void oneThatCannotBeStoppedDoesNotStopTheOthersEither() {
    String stuck = "Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1)";
    List<Outcome> outcomes =
        SANDBOX.evaluateAll(
            "const f = (s) => s + '!';",
            List.of("f('a')", stuck, "f('b')"),
            new Bounds(NO_COUNT.statements(), 1L << 30, NO_COUNT.time()));
    assertThat(outcomes.get(0)).isEqualTo(new Text("a!"));
    assertThat(outcomes.get(1)).extracting("reason").isEqualTo(Reason.TIME);
    assertThat(outcomes.get(2)).isEqualTo(new Text("b!"));
  }

  @Test
  void manyThatAreStoppedAreNotAllTried() {
    List<String> expressions = Collections.nCopies(500, "spin()");
    List<Outcome> outcomes =
        SANDBOX.evaluateAll("const spin = () => { for (;;); };", expressions, COUNTED);
    assertThat(outcomes)
        .hasSize(500)
        .allSatisfy(o -> assertThat(o).extracting("reason").isEqualTo(Reason.STATEMENTS));
  }

  @Test
  void aProgramThatIsStoppedFailsItsExpressions() {
    assertThat(SANDBOX.evaluateAll("for (;;);", List.of("1", "2"), COUNTED))
        .hasSize(2)
        .allSatisfy(o -> assertThat(o).extracting("reason").isEqualTo(Reason.STATEMENTS));
  }

  @Test
  void eachExpressionHasTheBoundsForItself() {
    Bounds bounds = new Bounds(1_000, 64L << 20, Duration.ofSeconds(2));
    List<String> expressions = Collections.nCopies(20, "f()");
    assertThat(
            SANDBOX.evaluateAll(
                "const f = () => { let s = ''; for (let i = 0; i < 100; i++) s += i; return 'o'; };",
                expressions,
                bounds))
        .containsOnly(new Text("o"));
  }

  @Test
  void aClosedSandboxSaysSo() {
    Sandbox closed = new Sandbox();
    closed.close();
    assertThat(closed.evaluate("1", Bounds.STANDARD))
        .isEqualTo(new Failed(Reason.ERROR, "the sandbox is closed"));
  }
}
