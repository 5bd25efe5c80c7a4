package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Location;
import dev.candor.core.Recovery;
import dev.candor.scan.encoding.Clues;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Literals that hide a list, and twins that hide none. */
class TableSearchTest {
  private static final Location PLACE = new Location("cli.js", 10, 20);
  private static final String HOSTS =
      "registry.example.test,gateway.example.org,mirror.example.net,office.example.com";

  private static Optional<Recovered> read(Stored.Data data) {
    return TableSearch.unwrap(data, Clues.SOURCE)
        .map(unwrapped -> TableSearch.recovered(unwrapped, PLACE));
  }

  private static Optional<Recovered> read(String value) {
    return read(new Stored.Data.Text(value, false));
  }

  private static byte[] xor(String plain, int key) {
    byte[] bytes = plain.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) key;
    }
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static void assertReads(Optional<Recovered> found, String... steps) {
    assertThat(found).isPresent();
    assertThat(found.get().steps()).containsExactly(steps);
    assertThat(found.get().place()).isEqualTo(PLACE);
    assertThat(found.get().recovery()).isEqualTo(new Recovery.Searched());
    assertThat(found.get().reading())
        .isInstanceOfSatisfying(
            Reading.Listed.class,
            list -> assertThat(list.entries()).containsExactly(HOSTS.split(",")));
  }

  private static void assertHidesNoList(Optional<Recovered> found) {
    assertThat(found.map(Recovered::reading))
        .satisfiesAnyOf(
            reading -> assertThat(reading).isEmpty(),
            reading -> assertThat(reading).get().isInstanceOf(Reading.Prose.class));
  }

  @Test
  void readsWhatIsEncodedOnce() {
    assertReads(read(base64(HOSTS.getBytes(UTF_8))), "base64");
    assertReads(read(HexFormat.of().formatHex(HOSTS.getBytes(UTF_8))), "hex");
    assertReads(read(reversed(HOSTS)), "reversed");
  }

  @Test
  void readsLayersUponLayers() {
    byte[] plain = HOSTS.getBytes(UTF_8);
    assertReads(read(base64(xor(HOSTS, 91))), "base64", "xor:91");
    assertReads(read(HexFormat.of().formatHex(xor(HOSTS, 200))), "hex", "xor:200");
    assertReads(read(base64(base64(plain).getBytes(UTF_8))), "base64", "base64");
    assertReads(
        read(base64(HexFormat.of().formatHex(xor(HOSTS, 7)).getBytes(UTF_8))),
        "base64",
        "hex",
        "xor:7");
    assertReads(read(reversed(base64(xor(HOSTS, 91)))), "reversed", "base64", "xor:91");
  }

  @Test
  void readsAnArrayOfEncodedStrings() {
    List<String> each =
        Arrays.stream(HOSTS.split(",")).map(host -> base64(host.getBytes(UTF_8))).toList();
    assertReads(read(new Stored.Data.Texts(each, false)), "each", "base64");
  }

  @Test
  void readsOneTextCutIntoPieces() {
    String whole = base64(xor(HOSTS, 91));
    List<String> pieces =
        IntStream.range(0, whole.length() / 9 + 1)
            .mapToObj(i -> whole.substring(i * 9, Math.min(whole.length(), i * 9 + 9)))
            .toList();
    assertReads(read(new Stored.Data.Texts(pieces, false)), "joined", "base64", "xor:91");
  }

  @Test
  void readsCharacterCodesAndTheirDifferences() {
    long[] codes = HOSTS.chars().asLongStream().toArray();
    assertReads(read(new Stored.Data.Numbers(codes)), "char-codes");
    long[] deltas = codes.clone();
    for (int i = 1; i < codes.length; i++) {
      deltas[i] = codes[i] - codes[i - 1];
    }
    // Two words for one thing: a difference to the character before.
    assertThat(read(new Stored.Data.Numbers(deltas)).map(Recovered::steps))
        .isIn(
            Optional.of(List.of("deltas", "char-codes")),
            Optional.of(List.of("char-codes", "add:previous-plain")));
  }

  @Test
  void readsCharacterCodesUnderAKey() {
    long[] codes = HOSTS.chars().map(c -> c ^ 91).asLongStream().toArray();
    assertReads(read(new Stored.Data.Numbers(codes)), "char-codes", "xor:91");
  }

  @Test
  void readsTextThatWasWrittenInEscapes() {
    assertReads(read(new Stored.Data.Text(HOSTS, true)), "escapes");
  }

  @Test
  void aListInClearIsNotHidden() {
    assertThat(read(HOSTS)).isEmpty();
    assertThat(read("red,orange,yellow,green,turquoise,blue,violet,magenta")).isEmpty();
    assertThat(read(new Stored.Data.Texts(List.of(HOSTS.split(",")), false))).isEmpty();
  }

  @Test
  void aPictureInBase64IsNoList() {
    for (int seed = 0; seed < 20; seed++) {
      byte[] bytes = new byte[600];
      new Random(seed).nextBytes(bytes);
      byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
      System.arraycopy(signature, 0, bytes, 0, signature.length);
      assertHidesNoList(read(base64(bytes)));
    }
  }

  /** DER: a sequence of sequences with a few readable names among chance. */
  @Test
  void aCertificateIsNoList() {
    for (int seed = 0; seed < 20; seed++) {
      byte[] bytes = new byte[700];
      new Random(seed).nextBytes(bytes);
      byte[] head =
          ("0\u0082\u0002\u00b80\u0082\u0001\u00a0\u00a0\u0003\u0002\u0001\u0002\u0002\u00101"
                  + "\u000b0\t\u0006\u0003U\u0004\u0006\u0013\u0002US1\u00150\u0013\u0006\u0003U"
                  + "\u0004\n\u0013\u000cExample Root")
              .getBytes(ISO_8859_1);
      System.arraycopy(head, 0, bytes, 0, head.length);
      assertHidesNoList(read(base64(bytes)));
      assertHidesNoList(read(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", // SHA-256 of nothing
        "d41d8cd98f00b204e9800998ecf8427e", // MD5 of nothing
        "da39a3ee5e6b4b0d3255bfef95601890afd80709", // SHA-1 of nothing
        "123e4567-e89b-12d3-a456-426614174000,123e4567-e89b-42d3-a456-556642440000",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "abcdefghijklmnopqrstuvwxyz0123456789",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
        "M12 2L2 7l10 5 10-5-10-5zM2 17l10 5 10-5M2 12l10 5 10-5",
        "^(?:[a-z0-9]+)(?:-[a-z0-9]+)*\\.(?:com|org|net)$",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v",
        "getElementsByTagNameAndClass",
        "application/x-www-form-urlencoded",
        "internationalization,localization",
        "%Y-%m-%dT%H:%M:%S.%f%z",
        "no-referrer-when-downgrade"
      })
  void innocentLiteralsHideNoList(String value) {
    assertHidesNoList(read(value));
  }

  @Test
  void wordsThatHappenToBeBase64HideNoList() {
    assertHidesNoList(
        read(
            new Stored.Data.Texts(List.of("true", "null", "user", "name", "path", "code"), false)));
    assertHidesNoList(
        read(
            new Stored.Data.Texts(
                List.of("beef", "cafe", "dead", "face", "fade", "decade"), false)));
  }

  @Test
  void tablesOfNumbersHideNoList() {
    long[] squares = IntStream.range(0, 64).mapToLong(i -> (long) i * i).toArray();
    long[] permutation = IntStream.range(0, 256).mapToLong(i -> i * 167 % 256).toArray();
    long[] masks = IntStream.range(0, 64).mapToLong(i -> 1L << i % 31).toArray();
    long[] dates = IntStream.range(0, 48).mapToLong(i -> i % 12 + 1).toArray();
    for (long[] numbers : List.of(squares, permutation, masks, dates)) {
      assertHidesNoList(read(new Stored.Data.Numbers(numbers)));
    }
  }

  @Test
  void chanceHidesNoList() {
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[24 + random.nextInt(120)];
      random.nextBytes(bytes);
      assertHidesNoList(read(base64(bytes)));
      assertHidesNoList(read(HexFormat.of().formatHex(bytes)));
    }
  }

  @Test
  void aHugeLiteralIsLeftAlone() {
    assertThat(read(base64(new byte[2 << 20]))).isEmpty();
  }
}
