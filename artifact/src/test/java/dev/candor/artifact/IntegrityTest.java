package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Digest;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrityTest {
  // FIPS 180 digests of "abc", NIST's example values.
  private static final String ABC_SHA512 =
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
  private static final String ABC_SHA512_BASE64 =
      "3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";
  private static final String ABC_SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String ABC_SHA256_BASE64 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
  private static final String ABC_SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";

  @Test
  void readsOneDigest() {
    assertThat(Integrity.parse("sha512-" + ABC_SHA512_BASE64))
        .contains(new Integrity(List.of(new Digest("sha512", ABC_SHA512))));
  }

  @Test
  void takesTheStrongestAlgorithmWhateverTheOrder() {
    Optional<Integrity> integrity =
        Integrity.parse("sha256-" + ABC_SHA256_BASE64 + "  sha512-" + ABC_SHA512_BASE64 + "?opt");
    assertThat(integrity).contains(new Integrity(List.of(new Digest("sha512", ABC_SHA512))));
  }

  @Test
  void anyDigestOfTheStrongestWillDo() {
    Integrity integrity =
        Integrity.parse("sha256-" + ABC_SHA256_BASE64 + " sha256-" + "A".repeat(43) + "=")
            .orElseThrow();
    assertThat(integrity.accepts(ABC_SHA256)).isTrue();
    assertThat(integrity.accepts("00".repeat(32))).isTrue();
    assertThat(integrity.accepts("11".repeat(32))).isFalse();
  }

  @Test
  void shasumIsWeak() {
    assertThat(Integrity.ofShasum(ABC_SHA1).orElseThrow().weak()).isTrue();
    assertThat(Integrity.parse("sha512-" + ABC_SHA512_BASE64).orElseThrow().weak()).isFalse();
    assertThat(Integrity.ofShasum("xyz")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha512",
        "sha512-",
        "sha512-!!!!",
        "sha512-YWJj",
        "md5-kAFQmDzST7DWlj99KOF/cg==",
        "-x",
        "sha512-?x"
      })
  void readsNothingFromWhatIsNoDigest(String text) {
    assertThat(Integrity.parse(text)).isEmpty();
  }

  @Property
  void neverFails(@ForAll String any) {
    Integrity.parse(any).ifPresent(found -> assertThat(found.accepted()).isNotEmpty());
  }
}
