package dev.candor.audit.attest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  /** RFC 8410, 10.1 and 10.3. */
  private static final String PUBLIC =
      "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

  private static final String PRIVATE =
      "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";

  /** By openssl: of the first in DER, dgst -sha256. */
  private static final String ID =
      "a1e9156054e04fac899ae9f275132cdc07a5dbc4ea2c2ad3a1ffc6e0d253681f";

  /** Of X25519, which signs nothing: RFC 8410, 10.2. */
  private static final String OF_ANOTHER_KIND =
      "MCowBQYDK2VuAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

  @TempDir private Path folder;

  /** RFC 8032, 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void signsAsTheStandardDoes(String secret, String open, String message, String signature) {
    HexFormat hex = HexFormat.of();
    SigningKey key = SigningKey.of(hex.parseHex(secret));

    assertThat(key.sign(hex.parseHex(message))).isEqualTo(hex.parseHex(signature));
    // The last 32 bytes of a SubjectPublicKeyInfo are the key (RFC 8410, 4).
    assertThat(Base64.getDecoder().decode(body(key.verifying().pem())))
        .endsWith(hex.parseHex(open));
    assertThat(key.verifying().verifies(hex.parseHex(message), hex.parseHex(signature))).isTrue();
  }

  @Test
  void theFilesAreThoseOfTheStandard() throws IOException {
    SigningKey secret = SigningKey.read(file("secret", "PRIVATE KEY", PRIVATE));
    VerifyingKey open = VerifyingKey.read(file("open", "PUBLIC KEY", PUBLIC));

    assertThat(body(secret.verifying().pem())).isEqualTo(PUBLIC).isEqualTo(body(open.pem()));
    assertThat(body(secret.pem())).isEqualTo(PRIVATE);
    assertThat(open.verifies(new byte[] {1}, secret.sign(new byte[] {1}))).isTrue();
  }

  @Test
  void theIdIsTheDigestOfThePublicKey() throws IOException {
    assertThat(VerifyingKey.read(file("open", "PUBLIC KEY", PUBLIC)).id()).isEqualTo(ID);
  }

  @Test
  void aNewKeyIsItsOwnersAlone() throws IOException {
    SigningKey key = SigningKey.create();
    KeyFiles files = KeyFiles.write(key, folder.resolve("key.pem"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.secret())))
        .isEqualTo("rw-------");
    assertThat(files.open()).hasFileName("key.pem.pub");
    assertThat(VerifyingKey.read(files.open()).id())
        .isEqualTo(SigningKey.read(files.secret()).verifying().id())
        .isEqualTo(key.verifying().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"key.pem", "key.pem.pub"})
  void noFileIsOverwritten(String there) throws IOException {
    Files.writeString(folder.resolve(there), "precious");

    assertThatThrownBy(() -> KeyFiles.write(SigningKey.create(), folder.resolve("key.pem")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(there + " is there already");
    assertThat(folder).isDirectoryContaining(file -> file.endsWith(there));
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(folder.resolve(there)).hasContent("precious");
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    assertThatThrownBy(
            () -> KeyFiles.write(SigningKey.create(), folder.resolve("none").resolve("key.pem")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("--output");
  }

  @Test
  void aPublicKeyIsNoPrivateOne() throws IOException {
    Path open = file("open", "PUBLIC KEY", PUBLIC);
    Path secret = file("secret", "PRIVATE KEY", PRIVATE);

    assertThatThrownBy(() -> SigningKey.read(open))
        .hasMessageContaining("open holds a PUBLIC KEY; a PRIVATE KEY of Ed25519 is wanted");
    assertThatThrownBy(() -> VerifyingKey.read(secret))
        .hasMessageContaining("secret holds a PRIVATE KEY; a PUBLIC KEY of Ed25519 is wanted");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws IOException {
    Path other = file("other", "PUBLIC KEY", OF_ANOTHER_KIND);

    assertThatThrownBy(() -> VerifyingKey.read(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("other holds another kind of key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MCowBQYDK2VwAyEA",
        "-----BEGIN PUBLIC KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nA=A\n-----END PUBLIC KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\n\u001b[31m\n-----END PUBLIC KEY-----\n",
      })
  void whatIsNoKeyIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), text);

    assertThatThrownBy(() -> VerifyingKey.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\u001b");
  }

  /** A file of a device, say. */
  @Test
  void aKeyIsReadAsFarAsKeysGo() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), " ".repeat(1 << 20));

    assertThatThrownBy(() -> VerifyingKey.read(file)).hasMessageContaining("holds no key in PEM");
  }

  private static String body(String pem) {
    return pem.replaceAll("-----[A-Z ]*-----|\\s", "");
  }

  private Path file(String name, String label, String base64) throws IOException {
    return Files.write(
        folder.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(label, base64)
            .getBytes(US_ASCII));
  }
}
