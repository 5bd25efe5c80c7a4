package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.scan.Outcome.Nothing;
import dev.candor.scan.Outcome.Numeric;
import dev.candor.scan.Outcome.Text;
import dev.candor.scan.Sandbox.Bounds;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the machine or of Java is within reach, and nothing stays for the next slice. */
class SandboxEscapeTest {
  private static final Sandbox SANDBOX = new Sandbox();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static Outcome evaluate(String program) {
    return SANDBOX.evaluate(program, Bounds.STANDARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java",
        "java",
        "javax",
        "org",
        "com",
        "edu",
        "javafx",
        "Packages",
        "JavaImporter",
        "JavaAdapter",
        "importPackage",
        "importClass",
        "Polyglot",
        "Graal",
        "load",
        "loadWithNewGlobal",
        "print",
        "printErr",
        "quit",
        "exit",
        "read",
        "readFully",
        "readbuffer",
        "getClass",
        "Debug",
        "WebAssembly",
        "SharedArrayBuffer",
        "Atomics",
        "Worker",
        "ShadowRealm",
        "Realm",
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "Deno",
        "Bun",
        "$262",
        "host",
        "shared",
        "arguments",
        "Temporal",
        "importScripts",
        "addToClasspath",
      })
  void noSuchGlobal(String name) {
    assertThat(evaluate("typeof globalThis[%1$s] + typeof %2$s".formatted("'" + name + "'", name)))
        .isEqualTo(new Text("undefinedundefined"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constructor.constructor('return this')()",
        "[].constructor.constructor('return this')()",
        "Object.getPrototypeOf(async () => {}).constructor.constructor('return this')()",
        "(function* () {}).constructor.constructor('return this')()",
        "Buffer.from.constructor('return this')()",
        "atob.constructor('return this')()",
        "require('crypto').createHash.constructor('return this')()",
        "require('fs').x.constructor === undefined ? globalThis : require('fs').constructor('return this')()",
        "process.exit.constructor('return this')()",
        "Reflect.getPrototypeOf(Uint8Array).constructor('return this')()",
      })
  void everyConstructorLeadsToTheSameGlobal(String program) {
    // The global of the slice, or the inert module's refusal.
    Outcome outcome = evaluate("(" + program + ") === globalThis ? 'inside' : 'elsewhere'");
    assertThat(outcome).isNotEqualTo(new Text("elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''.getClass",
        "[].getClass",
        "Buffer.getClass",
        "atob.getClass",
        "Buffer.from.getClass",
        "process.getClass",
        "globalThis.getClass",
        "({}).__proto__.getClass",
        "Object.getPrototypeOf(Object.getPrototypeOf(Buffer.prototype)).getClass",
        "new Error().getClass",
        "process.binding",
        "process.mainModule",
        "process.dlopen",
        "process.env.PATH",
        "process.env.HOME",
        "require.main",
        "module.parent",
      })
  void noSuchProperty(String expression) {
    assertThat(evaluate(expression)).isEqualTo(new Nothing());
    assertThat(evaluate("typeof (" + expression + ")")).isEqualTo(new Text("undefined"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "require('fs').readFileSync('/etc/passwd', 'utf8')",
        "require('node:child_process').execSync('id').toString()",
        "require('os').hostname()",
        "require('module')._load('fs').readFileSync('/etc/passwd')",
        "require('module').createRequire('/')('fs').readdirSync('/')",
        "import('fs')",
        "import('/etc/passwd')",
        "import('data:text/javascript,export default 1')",
        "new Worker('x')",
        "crypto.subtle.digest('SHA-256', new Uint8Array(1))",
        "new (require('vm').Script)('1').runInThisContext()",
        "require('http').get('http://example.test')",
      })
  void theMachineIsOutOfReach(String program) {
    assertThat(evaluate(program)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void errorsCarryNoHostObject() {
    assertThat(
            evaluate(
                """
                const seen = [];
                const look = (v, depth) => {
                  if (v === null || (typeof v !== 'object' && typeof v !== 'function') || depth > 4) return;
                  for (const k of Reflect.ownKeys(v)) {
                    if (/class|java|host/i.test(String(k)) && k !== 'hasOwn') seen.push(String(k));
                    let inner; try { inner = v[k]; } catch { continue; }
                    look(inner, depth + 1);
                  }
                };
                for (const f of [() => null.x, () => Buffer.from(1), () => require('zlib').inflateSync('x'),
                                 () => atob('*'), () => { f(); }, () => 'x'.repeat(2 ** 30)]) {
                  try { f(); } catch (e) { look(e, 0); look(Object.getPrototypeOf(e), 0); }
                }
                Error.prepareStackTrace = (e, frames) => { look(frames, 0); return ''; };
                try { Buffer.from(1); } catch (e) { look(e, 0); String(e.stack); }
                'seen:' + seen
                """))
        .isEqualTo(new Text("seen:"));
  }

  @Test
  void theHostFunctionIsNotReachedByTampering() {
    // Wrappers call it directly; none of the functions they use is looked up in a prototype with
    // it.
    assertThat(
            evaluate(
                """
                const got = [];
                for (const name of ['call', 'apply', 'bind']) {
                  const real = Function.prototype[name];
                  Object.defineProperty(Function.prototype, name, { get() { got.push(this); return real; } });
                }
                Object.defineProperty(Object.prototype, 'host', { set(v) { got.push(v); }, get() { return undefined; } });
                Buffer.from('YQ==', 'base64').toString('hex'); atob('YQ==');
                require('crypto').createHash('md5').update('a').digest('hex');
                got.filter((f) => /host/.test(f.name)).length
                """))
        .isEqualTo(new Numeric(0));
  }

  @Test
  void nothingStaysForTheNextSlice() {
    evaluate(
        "globalThis.left = 1; Array.prototype.left = 2; Buffer.left = 3; process.env.left = 4; var v = 5");
    evaluate(
        "Object.prototype.join = Array.prototype.join = () => 'x'; String.prototype.toString = () => 'x'");
    assertThat(
            evaluate(
                "[typeof left, typeof [].left, typeof Buffer.left, typeof process.env.left, typeof v, ['a', 'b'].join()]"))
        .isEqualTo(
            new Outcome.Lines(
                List.of("undefined", "undefined", "undefined", "undefined", "undefined", "a,b")));
  }

  @Test
  void whatASlicePrintsDoesNotReachTheReply() {
    assertThat(
            evaluate(
                "console.log('x'.repeat(9999)); console.error('y'); process.stdout?.write('z'); 'o'"))
        .isEqualTo(new Text("o"));
  }
}
