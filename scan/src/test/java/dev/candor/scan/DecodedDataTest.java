package dev.candor.scan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stored data that the code around it decodes, by a key that no search knows. */
class DecodedDataTest {
  private static final List<String> HOSTS =
      List.of("registry.example.test", "gateway.example.org", "mirror.example.net", "office.test");

  private static final String PROSE = "The last of them was seen here a long time ago.";

  /** ECMA-262, 12.9.4.1: what a literal in double quotes may not hold as it is. */
  private static final String ESCAPED = "\"\\\n\r";

  /** Of the character at {@code i}, as code of the module and as the same in Java. */
  private static final String KEY = "(i*i*7+11&127)";

  private static int key(int i) {
    return i * i * 7 + 11 & 127;
  }

  private static IntStream codes(String text) {
    return IntStream.range(0, text.length()).map(i -> text.charAt(i) ^ key(i));
  }

  private static String numbers() {
    return codes(String.join(",", HOSTS))
        .mapToObj(Integer::toString)
        .collect(joining(",", "[", "]"));
  }

  private static String string(String text) {
    return codes(text)
        .mapToObj(c ->
            c < ' ' || c == 127 || ESCAPED.indexOf(c) >= 0
                ? String.format("\\x%02x", c)
                : Character.toString(c))
        .collect(joining("", "\"", "\""));
  }

  private static void findsTheHosts(String code) {
    assertThat(InMemory.scan("cli.js", code).tables())
        .singleElement()
        .satisfies(table -> assertThat(table.entries()).isEqualTo(HOSTS))
        .extracting(HiddenTable::recovery)
        .isInstanceOf(Recovery.Evaluated.class);
  }

  @Test
  void aLoopOverNumbersInAFunctionThatIsCalled() {
    findsTheHosts(
        "var T="
            + numbers()
            + ";function hosts(){var s='';for(var i=0;i<T.length;i++)s+=String.fromCharCode(T[i]^"
            + KEY
            + ");return s}\nuse(hosts().split(','));");
  }

  @Test
  void aLoopOverTheCharactersOfATextInAFunctionThatIsCalled() {
    findsTheHosts(
        "var T="
            + string(String.join(",", HOSTS))
            + ";function hosts(){var s='';for(var i=0;i<T.length;i++)"
            + "s+=String.fromCharCode(T.charCodeAt(i)^"
            + KEY
            + ");return s}\nuse(hosts().split(','));");
  }

  @Test
  void aFunctionOfEachIndexOfNumbers() {
    findsTheHosts(
        "var T="
            + numbers()
            + ";use(Array.from({length:T.length},(_,i)=>String.fromCharCode(T[i]^"
            + KEY
            + ")).join('').split(','));");
  }

  /** One of several texts is a whole one, and what chooses it may well be a constant. */
  @Test
  void aTextThatAConstantChooses() {
    findsTheHosts(
        "function d(t){var s='';for(var i=0;i<t.length;i++)s+=String.fromCharCode(t.charCodeAt(i)^"
            + KEY
            + ");return s}\nvar T=["
            + Stream.of(PROSE, PROSE, String.join(",", HOSTS), PROSE)
                .map(DecodedDataTest::string)
                .collect(joining(","))
            + "],K=2;\nuse(d(T[K]).split(','));");
  }

  /** The table of ISO 3309: the remainders of all bytes by the reversed polynomial. */
  @Test
  void theTableOfACyclicRedundancyCheckIsNoFinding() {
    String table =
        IntStream.range(0, 256)
            .map(DecodedDataTest::remainder)
            .mapToObj(Integer::toUnsignedString)
            .collect(joining(",", "[", "]"));

    StaticFindings findings =
        InMemory.scan(
            "crc32.js",
            "var T="
                + table
                + ";function crc32(b){var c=-1;for(var i=0;i<b.length;i++)c=T[(c^b[i])&255]^c>>>8;"
                + "return(c^-1)>>>0}\nfunction text(s){return crc32(Buffer.from(s)).toString(16)}\n"
                + "module.exports={crc32,text};");

    assertThat(findings.tables()).isEmpty();
    assertThat(findings.notSeen()).isEmpty();
  }

  private static int remainder(int value) {
    int rest = value;
    for (int bit = 0; bit < 8; bit++) {
      rest = (rest & 1) == 0 ? rest >>> 1 : rest >>> 1 ^ 0xEDB88320;
    }
    return rest;
  }
}
