package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  private static Optional<String> header(String npmrc, String uri) {
    NpmSettings settings = new NpmSettings(Npmrc.parse(npmrc, Map.of()), Optional.empty());
    return new Credentials(settings).authorization(URI.create(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "//example.test/, https://example.test/tool, true",
    "//example.test, https://example.test/tool, true",
    "//EXAMPLE.test/, https://example.TEST/tool, true",
    "//example.test/, https://example.test:443/tool, true",
    "//example.test/, https://example.test:8443/tool, false",
    "//example.test:8443/, https://example.test:8443/tool, true",
    "//example.test/npm/, https://example.test/npm/tool, true",
    "//example.test/npm, https://example.test/npm/tool/-/a.tgz, true",
    "//example.test/npm/, https://example.test/npm, true",
    "//example.test/npm/, https://example.test/npmother/tool, false",
    "//example.test/npm/, https://example.test/npm/../other/tool, false",
    "//example.test/npm/, https://example.test/other/npm/tool, false",
    "//example.test/, https://sub.example.test/tool, false",
    "//example.test/, https://example.test.evil.test/tool, false",
    "//example.test/, https://evil.test/example.test/tool, false",
  })
  void aTokenIsForItsHostAndPath(String place, String uri, boolean sent) {
    assertThat(header(place + ":_authToken=secret", uri).isPresent()).isEqualTo(sent);
  }

  @Test
  void theLongestPathWins() {
    String npmrc = "//example.test/:_authToken=outer\n//example.test/npm/:_authToken=inner";
    assertThat(header(npmrc, "https://example.test/npm/tool")).contains("Bearer inner");
    assertThat(header(npmrc, "https://example.test/tool")).contains("Bearer outer");
  }

  @Test
  void basicLoginsAreSentAsStored() {
    // RFC 7617, section 2: user Aladdin, password "open sesame".
    assertThat(
            header("//example.test/:_auth=QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "https://example.test/"))
        .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(
            header(
                "//example.test/:username=Aladdin\n//example.test/:_password=b3BlbiBzZXNhbWU=",
                "https://example.test/"))
        .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void aVariableThatIsNotSetIsNoToken() {
    assertThat(header("//example.test/:_authToken=${NOT_SET}", "https://example.test/")).isEmpty();
  }

  @Test
  void aLoginWithoutAHostIsForNobody() {
    assertThat(header("_authToken=secret\n_auth=secret", "https://example.test/")).isEmpty();
  }

  @Property
  void noOtherHostEverGetsIt(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String host) {
    assertThat(header("//example.test/:_authToken=s", "https://" + host + ".other.test/"))
        .isEmpty();
  }
}
