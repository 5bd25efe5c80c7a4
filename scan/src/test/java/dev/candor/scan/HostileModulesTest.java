package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Content;
import dev.candor.artifact.Entry;
import dev.candor.core.HiddenTable;
import dev.candor.core.StaticFindings;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a module holds, the scan ends, and the table beside it is found. The time limit is a
 * guard against a hang, not a figure.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileModulesTest {
  private static final String[] HOSTS = {
    "registry.example.test", "gateway.example.org", "mirror.example.net", "office.example.com"
  };

  /** A decoder and a table under a key of one byte. */
  private static final String TABLE =
      "var hosts=Buffer.from('"
          + stored(String.join(",", HOSTS))
          + "','base64').map(b=>b^37).toString().split(',');\n";

  private static String stored(String plain) {
    byte[] bytes = plain.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 37;
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static final SharedScan SCAN = new SharedScan();

  @AfterAll
  static void close() {
    SCAN.close();
  }

  private static void findsTheTable(String code) {
    findsTheTable(code.getBytes(UTF_8));
  }

  private static void findsTheTable(byte[] code) {
    StaticFindings findings = SCAN.of(List.of(InMemory.entry("cli.js", code)));
    assertThat(findings.tables()).extracting(HiddenTable::entries).contains(List.of(HOSTS));
  }

  /** A part, then the same filling over and over, then a part; made when it is read. */
  private record Repeated(byte[] head, byte[] filling, byte[] tail, long size) implements Content {
    Repeated(String head, String filling, String tail, long size) {
      this(head.getBytes(UTF_8), filling.getBytes(UTF_8), tail.getBytes(UTF_8), size);
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) {
      for (int i = 0; i < length; i++) {
        long at = position + i;
        into[offset + i] =
            at < head.length
                ? head[(int) at]
                : at >= size - tail.length
                    ? tail[(int) (at - size + tail.length)]
                    : filling[(int) ((at - head.length) % filling.length)];
      }
    }
  }

  @Test
  void aLineOfAHundredMegabytes() {
    Content content =
        new Repeated(
            TABLE.strip(), "f(1,'words of a bundle',[2,3],{a:b=>b+1});", TABLE.strip(), 100L << 20);
    StaticFindings findings = Scan.of(List.of(new Entry("cli.js", content)));
    assertThat(findings.tables()).hasSize(1);
    assertThat(findings.tables().getFirst().places())
        .extracting(place -> place.range().start())
        .containsExactly(22L, (100L << 20) - TABLE.strip().length() + 22);
  }

  @Test
  void aHundredMegabytesOfOneToken() {
    Content content = new Repeated(TABLE + "var x='", "A", "'", 100L << 20);
    assertThat(Scan.of(List.of(new Entry("cli.js", content))).tables()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "`${", "(()=>{", "[{a:(", ")", "]", "}", "()", "[]", "{}"})
  void aMillionBrackets(String brackets) {
    findsTheTable(TABLE + brackets.repeat(1_000_000 / brackets.length()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void functionsNestedDeeply(int depth) {
    findsTheTable(
        TABLE
            + "function a(b){return b.charCodeAt(0)^".repeat(depth)
            + "1"
            + "}".repeat(depth)
            + ";a('x');a('y');a('z');");
  }

  @Test
  void anExpressionNestedDeeply() {
    findsTheTable(TABLE + "x=" + "d(".repeat(200_000) + "'y'" + ")".repeat(200_000) + ";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"`\\", "=/[", "\"\\", "'\\", "/*", "=/\\", "`", "<!--", "#", "\\", "'''\\"})
  void openersThatAreNeverClosed(String opener) {
    findsTheTable(TABLE + "y=0;\n" + opener.repeat(20_000));
  }

  @Test
  void bytesThatAreNotUtf8() {
    byte[] head = TABLE.getBytes(UTF_8);
    byte[] code = new byte[head.length + 200_000];
    new Random(1).nextBytes(code);
    System.arraycopy(head, 0, code, 0, head.length);
    findsTheTable(code);
  }

  @Test
  void loneSurrogatesAndNulBytes() {
    findsTheTable(
        TABLE
            + "var a='\\ud800\\udc00\\ud800'.repeat(9)+'\0\0\0\0'+'\\udfff"
            + "\\ud800".repeat(100)
            + "';\0\0\0"
            + TABLE);
  }

  @Test
  void aDecoderThatLoopsForEver() {
    findsTheTable(
        TABLE
            + "function d(s){for(;;)s=s.charCodeAt(0)^1+s}"
            + IntStream.range(0, 20)
                .mapToObj(i -> "f(d('aGVsbG8gd29ybGQgb2YgaG9zdHM" + i + "'))")
                .collect(Collectors.joining(";")));
  }

  @Test
  void aDecoderThatAllocatesWithoutEnd() {
    findsTheTable(
        TABLE
            + "function d(s){let a=[];for(;;)a.push(new Array(1e6).fill(s.charCodeAt(0)^a.length))}"
            + "f(d('aGVsbG8gd29ybGQ'),d('b2YgaG9zdHMgYW5k'),d('bmFtZXMgb2YgcGVvcGxl'));");
  }

  @Test
  void aDecoderThatRecursesWithoutEnd() {
    findsTheTable(
        TABLE
            + "function d(s){return d(s+String.fromCharCode(s.charCodeAt(0)^1))}"
            + "f(d('aGVsbG8gd29ybGQ'),d('b2YgaG9zdHMgYW5k'),d('bmFtZXMgb2YgcGVvcGxl'));");
  }

  @Test
  void aHundredThousandFunctions() {
    findsTheTable(
        TABLE
            + IntStream.range(0, 100_000)
                .mapToObj(
                    i -> "function f" + i + "(a){return a.charCodeAt(" + i + ")^f" + i / 2 + "(a)}")
                .collect(Collectors.joining("\n")));
  }

  @Test
  void aMillionShortStrings() {
    findsTheTable(
        TABLE
            + IntStream.range(0, 1_000_000)
                .mapToObj(i -> "'s" + Integer.toString(i, 36) + "'")
                .collect(Collectors.joining(",", "x=[", "];")));
  }

  @Test
  void tenThousandLongStrings() {
    Random random = new Random(1);
    StringBuilder code = new StringBuilder(TABLE + "x=[0");
    byte[] bytes = new byte[24];
    for (int i = 0; i < 10_000; i++) {
      random.nextBytes(bytes);
      code.append(",'").append(Base64.getEncoder().encodeToString(bytes)).append('\'');
    }
    findsTheTable(code.append("];").toString());
  }

  @Test
  void aBase64BlobOfFiveMegabytes() {
    byte[] bytes = new byte[5_000_000 / 4 * 3];
    new Random(1).nextBytes(bytes);
    findsTheTable(
        TABLE + "var blob='" + Base64.getEncoder().encodeToString(bytes) + "';atob(blob);");
  }

  @Test
  void aMillionNumbers() {
    findsTheTable(
        TABLE
            + IntStream.range(0, 1_000_000)
                .mapToObj(i -> Integer.toString(i * 7919 % 256))
                .collect(Collectors.joining(",", "x=[", "];String.fromCharCode(...x);")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b;b=a;",
        "var a=a;",
        "var {a=b}={},{b=a}={};",
        "function a(){return b()}function b(){return a()}",
        "let a=()=>b,b=()=>a;",
        "class a extends b{}class b extends a{}"
      })
  void namesDefinedByThemselves(String definitions) {
    findsTheTable(
        TABLE
            + definitions
            + "d=s=>atob(s+a+b);f(d('aGVsbG8gd29ybGQ'),d('b2YgaG9zdHMgYW5k'),d('bmFtZXMgb2YgcGU'));");
  }

  @Test
  void manyAssignmentsToOneName() {
    findsTheTable(TABLE + "a=a+b.charCodeAt(a)^a;".repeat(50_000));
  }

  @Test
  void namesWithTerminalEscapes() {
    String name = "dir/\u001b]0;owned\u0007\u001b[2J.js";
    StaticFindings findings = InMemory.scan(name, TABLE);
    assertThat(findings.tables()).hasSize(1);
    assertThat(findings.tables().getFirst().location().module()).isEqualTo(name);
  }

  @Test
  void whatCannotBeReadDoesNotHideTheOtherModules() {
    Content broken =
        new Content() {
          @Override
          public long size() {
            return 1000;
          }

          @Override
          public void read(long position, byte[] into, int offset, int length) {
            into[offset] = '(';
          }
        };
    assertThat(
            Scan.of(
                    List.of(
                        new Entry("a.js", broken), InMemory.entry("b.js", TABLE.getBytes(UTF_8))))
                .tables())
        .hasSize(1);
  }
}
