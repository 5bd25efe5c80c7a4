package dev.candor.audit.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifUriTest {
  @ParameterizedTest
  @CsvSource({
    "package/cli.js, package/cli.js",
    "package/tool!/app/main.js, package/tool!/app/main.js",
    "a b/c%20d, a%20b/c%2520d",
    "name#x?y, name%23x%3Fy",
    // U+00E9 is C3 A9 in UTF-8.
    "é.js, %C3%A9.js",
    "javascript:alert, javascript%3Aalert",
  })
  void namesAreEncoded(String name, String uri) {
    assertThat(SarifUri.ofModule(name)).isEqualTo(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, %252E%252E/%252E%252E/etc/passwd",
    "./x, %252E/x",
    "/etc/passwd, %252F/etc/passwd",
    "//host/x, %252F/%252F/host/x",
    "..\\x, ..%255Cx",
  })
  void namesThatWouldLeadElsewhereDoNot(String name, String uri) {
    assertThat(SarifUri.ofModule(name)).isEqualTo(uri);
  }

  @Property
  void everyNameBecomesARelativeReferenceBelowItsBase(@ForAll String name) {
    URI uri = URI.create(SarifUri.ofModule(name));
    assertThat(uri.isAbsolute()).isFalse();
    assertThat(uri.getRawAuthority()).isNull();
    assertThat(URI.create("file:///base/").resolve(uri).normalize().toString())
        .startsWith("file:/base/");
  }

  @Test
  void aPackageUrlStaysAsItIs() {
    assertThat(SarifUri.ofPurl("pkg:npm/%40a/b@1.0.0")).isEqualTo("pkg:npm/%40a/b@1.0.0");
    assertThat(SarifUri.ofPurl("pkg:generic/a b")).isEqualTo("pkg:generic/a%20b");
  }
}
