package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only the code of the module itself can decode. */
class EvaluationTest {
  private static final List<String> HOSTS =
      List.of("registry.example.test", "gateway.example.org", "mirror.example.net", "office.test");

  /** Each byte is combined with a square of its place: no search knows this. */
  private static final String DECODER =
      "function d(s){return Buffer.from(s,'base64').map((b,i)=>b^(i*i*7+11&255)).toString()}\n";

  private static String stored(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) (i * i * 7 + 11);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** So many statements that the module is evaluated while it is searched. */
  private static String filler(int statements) {
    return IntStream.range(0, statements)
        .mapToObj(i -> "var v" + i + "=f(" + i + ",'word');")
        .collect(Collectors.joining("\n"));
  }

  @Test
  void evaluatesAHomeMadeDecoder() {
    String code = DECODER + "const hosts=d('" + stored(String.join(",", HOSTS)) + "').split(',');";

    assertThat(InMemory.scan("cli.js", code).tables())
        .singleElement()
        .satisfies(table -> assertThat(table.entries()).isEqualTo(HOSTS))
        .extracting(HiddenTable::recovery)
        .isInstanceOf(Recovery.Evaluated.class);
  }

  @Test
  void aLargeModuleGivesTheSameAsASmallOne() {
    String code =
        DECODER + "const hosts=d('" + stored(String.join(",", HOSTS)) + "').split(',');\n";

    StaticFindings small = InMemory.scan("cli.js", code + filler(10));
    StaticFindings large = InMemory.scan("cli.js", code + filler(12_000));

    assertThat(large.tables()).isEqualTo(small.tables()).hasSize(1);
    assertThat(large.notSeen()).isEmpty();
  }

  /** Three calls with three constants give three entries, and a fourth makes a list. */
  @Test
  void callsWithConstantsAreEntriesOfOneTable() {
    String calls =
        HOSTS.stream().map(host -> "use(d('" + stored(host) + "'));").collect(Collectors.joining());

    assertThat(InMemory.scan("cli.js", DECODER + calls).tables())
        .singleElement()
        .satisfies(table -> assertThat(table.entries()).isEqualTo(HOSTS));
  }

  /** Numbers are indexes only where there is a table. */
  @Test
  void aModuleMayBeginWithACallOfItsDecoder() {
    String code = "d('" + stored(String.join(",", HOSTS)) + "');\n" + DECODER;

    assertThat(InMemory.scan("cli.js", code).notSeen()).isEmpty();
  }

  @Test
  void aFunctionOfNumbersDecodesTheTableThatItReads() {
    String table =
        HOSTS.stream().map(host -> "'" + stored(host) + "'").collect(Collectors.joining(","));
    String code =
        DECODER
            + "var t=["
            + table
            + "];function at(n){return d(t[n-100])}\n"
            + "use(at(100),at(101),at(102),at(103));";

    assertThat(InMemory.scan("cli.js", code).tables())
        .anySatisfy(
            found -> assertThat(found.entries()).containsExactlyInAnyOrderElementsOf(HOSTS));
  }

  /** A function that makes text of numbers alone hides nothing that is stored. */
  @Test
  void aFunctionOfNumbersWithoutATableIsNoFinding() {
    String code =
        "function name(n){return String.fromCharCode(97+n%26,98+n%25,99+n%24).repeat(3)}\n"
            + "use(name(1),name(2),name(3),name(4),name(5),name(6));";

    assertThat(InMemory.scan("cli.js", code).tables()).isEmpty();
  }

  /** The code of a name's own scope counts, not that of the same name elsewhere. */
  @Test
  void aNameMeansTheFunctionOfItsOwnScope() {
    String other = "(function(){function d(s){return Buffer.from(s,'hex').toString()}use(d)})();\n";
    String calls =
        HOSTS.stream().map(host -> "use(d('" + stored(host) + "'));").collect(Collectors.joining());

    assertThat(InMemory.scan("cli.js", other + DECODER + calls).tables())
        .singleElement()
        .satisfies(table -> assertThat(table.entries()).isEqualTo(HOSTS));
  }

  /** Whoever makes a decoder too long for the bounds has at least that said of it. */
  @Test
  void aDecoderThatIsStoppedIsNotSeen() {
    String code =
        "function d(s){for(;;){s=Buffer.from(s,'base64').map((b,i)=>b^(i*i*7+11&255))}}\n"
            + "const hosts=d('"
            + stored(String.join(",", HOSTS))
            + "').split(',');";

    StaticFindings findings = InMemory.scan("cli.js", code);

    assertThat(findings.tables()).isEmpty();
    assertThat(findings.notSeen())
        .singleElement()
        .asString()
        .startsWith("cli.js:" + code.indexOf("d('") + ": a decoder was not evaluated to its end: ");
  }
}
