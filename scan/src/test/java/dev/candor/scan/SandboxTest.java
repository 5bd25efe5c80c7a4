package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.scan.Outcome.Failed;
import dev.candor.scan.Outcome.Lines;
import dev.candor.scan.Outcome.Nothing;
import dev.candor.scan.Outcome.Numeric;
import dev.candor.scan.Outcome.Reason;
import dev.candor.scan.Outcome.Text;
import dev.candor.scan.Sandbox.Bounds;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox can evaluate, and how results are read. */
class SandboxTest {
  private static final Sandbox SANDBOX = new Sandbox();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static Outcome evaluate(String program) {
    return SANDBOX.evaluate(program, Bounds.STANDARD);
  }

  private static Lines lines(String... lines) {
    return new Lines(List.of(lines));
  }

  @Test
  void decodesBase64XoredWithOneByte() {
    byte[] xored = "alpha.example,beta.example".getBytes(UTF_8);
    for (int i = 0; i < xored.length; i++) {
      xored[i] ^= 0x2A;
    }
    String stored = Base64.getEncoder().encodeToString(xored);
    assertThat(
            evaluate(
                """
                const K = 42, S = '%s';
                function open(s) { return Buffer.from(s, 'base64').map((b) => b ^ K).toString('utf8').split(','); }
                open(S)
                """
                    .formatted(stored)))
        .isEqualTo(lines("alpha.example", "beta.example"));
  }

  @Test
  void decodesWithAtobAndARepeatingKey() {
    // 'h'^'k' = 0x03, 'i'^'e' = 0x0C, '!'^'y' = 0x58
    assertThat(
            evaluate(
                """
                var d = (s, k) => [...atob(s)].map((c, i) => String.fromCharCode(c.charCodeAt() ^ k.charCodeAt(i %% k.length))).join``;
                d('%s', 'key')
                """
                    .formatted(Base64.getEncoder().encodeToString(new byte[] {0x03, 0x0C, 0x58}))))
        .isEqualTo(new Text("hi!"));
  }

  @Test
  void runsAHomeMadeRc4() {
    // The well-known vector: key "Key", text "Plaintext", ciphertext BBF316E8D940AF0AD3.
    assertThat(
            evaluate(
                """
                function rc4(key, data) {
                  let s = [...Array(256).keys()], j = 0, out = '';
                  for (let i = 0; i < 256; i++) {
                    j = (j + s[i] + key.charCodeAt(i % key.length)) & 255;
                    [s[i], s[j]] = [s[j], s[i]];
                  }
                  let i = j = 0;
                  for (const byte of data) {
                    i = (i + 1) & 255; j = (j + s[i]) & 255;
                    [s[i], s[j]] = [s[j], s[i]];
                    out += String.fromCharCode(byte ^ s[(s[i] + s[j]) & 255]);
                  }
                  return out;
                }
                rc4('Key', Buffer.from('BBF316E8D940AF0AD3', 'hex'))
                """))
        .isEqualTo(new Text("Plaintext"));
  }

  @Test
  void runsAnObfuscatorsRotatedStringArray() {
    assertThat(
            SANDBOX.evaluateAll(
                """
                (function (f, goal) {
                  const a = f();
                  while (!![]) {
                    try {
                      if (parseInt(g(0x1f1)) / 1 + parseInt(g(0x1f2)) === goal) break;
                      a['push'](a['shift']());
                    } catch (e) { a['push'](a['shift']()); }
                  }
                }(h, 0x7));
                function h() {
                  const t = ['gamma', '3one', '4two', 'alpha', 'beta'];
                  h = function () { return t; };
                  return h();
                }
                function g(n) { n = n - 0x1f0; const t = h(); return t[n]; }
                """,
                List.of("g(0x1f0)", "g(0x1f3)", "g(0x1f4)"),
                Bounds.STANDARD))
        .containsExactly(new Text("gamma"), new Text("alpha"), new Text("beta"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { static #k = 'o'; #v; constructor(v) { this.#v = v; } get x() { return this.#v + A.#k; } } new A('').x",
        "const { a: [b, ...c], ...d } = { a: ['', 'o'], e: 1 }; b + c",
        "let o = null; o?.x ?? 'o'",
        "function* g() { yield* 'o'; } [...g()].join('')",
        "(async () => { await null; return 'o'; })()",
        "Promise.resolve(1).then(() => 'o')",
        "'xo'.replace(/(?<=x)(?<n>o)/u, '$<n>').slice(1)",
        "String.raw`o`",
        "[[['o']]].flat(2).at(-1)",
        "'x'.replaceAll('x', 'o')",
        "[...'o'.matchAll(/./g)][0][0]",
        "String.fromCharCode(...new Uint8Array([111]))",
        "String.fromCodePoint(Number(111n))",
        "a: for (;;) { for (;;) break a; } 'o'",
        "var x; x ||= 'o'",
        "new DataView(Uint8Array.of(0, 111).buffer).getUint16(0) === 111 && 'o'",
        "eval('\"o\"')",
        "Function('return this')() === globalThis && 'o'",
        "unescape('%6f')",
        "decodeURIComponent('%6F')",
        "new RegExp('o')",
        "new String('o')",
        "require('fs').promises.readFile; 'o'",
        "console.log('x'); setTimeout(() => {}, 1); 'o'",
        "process.platform === 'linux' && module.exports === exports && 'o'",
        "Uint8Array.fromBase64('bw==').toHex() === '6f' && 'o'",
        "const Buffer = require('buffer').Buffer; Buffer.from('bw', 'base64url').toString()",
      })
  void speaksTodaysJavaScript(String program) {
    assertThat(evaluate(program)).isEqualTo(new Text("o"));
  }

  @Test
  void resultsKeepTheirKind() {
    assertThat(evaluate("'a\\ud800'")).isEqualTo(new Text("a\ud800"));
    assertThat(evaluate("6 * 7")).isEqualTo(new Numeric(42));
    assertThat(evaluate("2n ** 10n")).isEqualTo(new Numeric(1024));
    assertThat(evaluate("undefined")).isEqualTo(new Nothing());
    assertThat(evaluate("() => 1")).isEqualTo(new Nothing());
    assertThat(evaluate("new Promise(() => {})")).isEqualTo(new Nothing());
    assertThat(evaluate("new Set(['a', 'b'])")).isEqualTo(lines("a", "b"));
    assertThat(evaluate("new Map([['a', 'b']])")).isEqualTo(lines("a", "b"));
    assertThat(evaluate("({ x: ['a'], y: { z: 'b' } })")).isEqualTo(lines("a", "b"));
    assertThat(evaluate("[1, 'a', ['b', [new Uint8Array([99])]], null, () => 'x']"))
        .isEqualTo(lines("1", "a", "b", "c"));
    assertThat(evaluate("new Uint16Array([300])")).isEqualTo(lines("300"));
    assertThat(evaluate("[]")).isEqualTo(lines());
    Outcome bytes = evaluate("new Uint8Array([0, 255])");
    assertThat(bytes).isEqualTo(new Outcome.Bytes("\u0000\u00ff"));
    assertThat(((Outcome.Bytes) bytes).bytes()).isEqualTo("\u0000\u00ff".getBytes(ISO_8859_1));
  }

  @Test
  void failuresSayWhy() {
    assertThat(evaluate("let = =")).extracting("reason").isEqualTo(Reason.SYNTAX);
    assertThat(evaluate("missing()"))
        .isEqualTo(new Failed(Reason.ERROR, "ReferenceError: missing is not defined"));
    assertThat(evaluate("Promise.reject(new Error('no'))"))
        .isEqualTo(new Failed(Reason.ERROR, "Error: no"));
    assertThat(evaluate("require('fs').readFileSync('x')"))
        .isEqualTo(
            new Failed(Reason.ERROR, "Error: fs.readFileSync is not available in the sandbox"));
  }

  @Test
  void expressionsShareTheProgramsScope() {
    assertThat(
            SANDBOX.evaluateAll(
                "let n = 0; const f = (s) => s + ++n;",
                List.of("f('a')", "f('b') // so far", "{ x: f('c') }", "nope", "= 1", "f('d')"),
                Bounds.STANDARD))
        .satisfiesExactly(
            a -> assertThat(a).isEqualTo(new Text("a1")),
            b -> assertThat(b).isEqualTo(new Text("b2")),
            c -> assertThat(c).isEqualTo(lines("c3")),
            d -> assertThat(d).extracting("reason").isEqualTo(Reason.ERROR),
            e -> assertThat(e).extracting("reason").isEqualTo(Reason.SYNTAX),
            f -> assertThat(f).isEqualTo(new Text("d4")));
  }

  @Test
  void aProgramThatThrowsKeepsWhatItDeclared() {
    assertThat(
            SANDBOX.evaluateAll(
                "const k = 'a'; const f = () => k; missing(); ", List.of("f()"), Bounds.STANDARD))
        .containsExactly(new Text("a"));
  }

  @Test
  void clockAndChanceAnswerTheSameOnEveryRun() {
    String program = "[Date.now(), Math.random(), require('crypto').randomUUID()].map(String)";
    assertThat(evaluate(program)).isInstanceOf(Lines.class).isEqualTo(evaluate(program));
    assertThat(evaluate("const start = Date.now(); while (Date.now() - start < 500); 'on'"))
        .isEqualTo(new Text("on"));
  }

  @Test
  void decodesAHundredKilobytesWithinTheStandardCounts() {
    Bounds standard = Bounds.STANDARD;
    Bounds patient = new Bounds(standard.statements(), standard.bytes(), Duration.ofSeconds(60));
    assertThat(
            SANDBOX.evaluate(
                """
                const s = [...Array(256).keys()]; let j = 0, t = '';
                for (let i = 0, n = 0; n < 100000; n++) {
                  i = (i + 1) & 255; j = (j + s[i]) & 255; [s[i], s[j]] = [s[j], s[i]];
                  t += String.fromCharCode(97 ^ (s[(s[i] + s[j]) & 255] & 0));
                }
                t
                """,
                patient))
        .isEqualTo(new Text("a".repeat(100_000)));
  }
}
