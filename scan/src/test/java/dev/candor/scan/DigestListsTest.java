package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Language;
import dev.candor.core.UnreadableTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestListsTest {
  private static final String ASKS =
      ";const seen = (host) => digests.includes(createHash(\"sha256\").update(host).digest(\"hex\"));";

  /** So many digests of so many hexadecimal digits. */
  private static List<String> digests(int n, int digits) {
    return IntStream.range(0, n)
        .mapToObj(i -> String.format("%08x", i * 0x9e3779b9).repeat(16).substring(0, digits))
        .toList();
  }

  private static String list(List<String> values) {
    return values.stream().collect(Collectors.joining("\", \"", "const digests = [\"", "\"]"));
  }

  private static List<UnreadableTable> find(String code) {
    Sink sink = new Sink();
    DigestLists.find(Source.of(InMemory.javaScript(code)), sink);
    return List.copyOf(sink.unreadable());
  }

  @ParameterizedTest
  @CsvSource({
    "32, md5 hex",
    "40, sha1 hex",
    "56, sha224 hex",
    "64, sha256 hex",
    "96, sha384 hex",
    "128, sha512 hex"
  })
  void reportsAListThatCodeComparesDigestsWith(int digits, String kind) {
    List<UnreadableTable> found = find(list(digests(5, digits)) + ASKS);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().kind()).isEqualTo(kind);
    assertThat(found.getFirst().values()).isEqualTo(digests(5, digits));
  }

  @Test
  void pointsAtTheListFromBracketToBracket() {
    String code = list(digests(5, 64)) + ASKS;
    UnreadableTable found = find(code).getFirst();
    assertThat(found.location().range().start()).isEqualTo(code.indexOf('['));
    assertThat(found.location().range().end()).isEqualTo(code.indexOf(']') + 1);
  }

  @Test
  void findsTheCodeAtAUseFarAway() {
    assertThat(find(list(digests(5, 64)) + ";" + "f();".repeat(5_000) + ASKS)).hasSize(1);
  }

  @Test
  void readsPythonToo() {
    String code =
        list(digests(5, 64)).replace("const ", "")
            + "\nhit = hashlib.sha256(host).hexdigest() in digests\n";
    Sink sink = new Sink();
    DigestLists.find(
        Source.of(
            InMemory.module(
                "a.py", Language.PYTHON, code.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        sink);
    assertThat(sink.unreadable()).hasSize(1);
  }

  @Test
  void fourDigestsAreTheFewest() {
    assertThat(find(list(digests(4, 64)) + ASKS)).hasSize(1);
    assertThat(find(list(digests(3, 64)) + ASKS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 33, 42, 63, 65})
  void otherLengthsAreNoDigests(int digits) {
    assertThat(find(list(digests(5, digits)) + ASKS)).isEmpty();
  }

  @Test
  void digestsOfOneListHaveOneLength() {
    List<String> mixed = new java.util.ArrayList<>(digests(5, 64));
    mixed.add("0".repeat(40));
    assertThat(find(list(mixed) + ASKS)).isEmpty();
  }

  /** Checksums of a package's own files, as subresource integrity writes them. */
  @Test
  void integrityValuesAreNone() {
    List<String> values =
        IntStream.range(0, 6)
            .mapToObj(i -> "sha256-" + "QUJD".repeat(10) + "QU" + i + "=")
            .toList();
    assertThat(find(list(values) + ASKS)).isEmpty();
  }

  @Test
  void commitsThatNothingIsComparedWithAreNone() {
    assertThat(find(list(digests(6, 40)) + ";module.exports = { releases: digests };")).isEmpty();
  }

  @Test
  void codeThatComputesButNeverAsksIsNone() {
    assertThat(find(list(digests(6, 64)) + ";export const id = createHash('md5').digest('hex');"))
        .isEmpty();
  }

  @Test
  void unclosedListsAreNone() {
    assertThat(find(list(digests(6, 64)).replace("]", "") + ASKS.replace(")", ""))).isEmpty();
  }
}
