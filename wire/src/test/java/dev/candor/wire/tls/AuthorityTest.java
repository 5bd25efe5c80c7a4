package dev.candor.wire.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;
  private static final Authority AUTHORITY = Authority.create();

  @Test
  void isAnAuthorityForServersOnlyAndForAWeek() {
    X509Certificate ca = AUTHORITY.certificate();

    assertThat(ca.getBasicConstraints()).as("path length").isZero();
    assertThat(ca.getKeyUsage()).as("signs certificates").satisfies(u -> assertThat(u[5]).isTrue());
    assertThat(ca.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    assertThat(ca.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(((ECPublicKey) ca.getPublicKey()).getParams().getOrder().bitLength()).isEqualTo(256);
    assertThat(ca.getSubjectX500Principal().getName()).contains("Throw-away authority");
    assertThat(Duration.between(ca.getNotBefore().toInstant(), ca.getNotAfter().toInstant()))
        .isEqualTo(Duration.ofDays(7));
    assertThat(ca.getNotBefore().toInstant()).isBefore(Instant.now().minus(Duration.ofHours(23)));
    assertThat(ca.getSerialNumber().bitLength()).isEqualTo(159);
  }

  @Test
  void itsPemIsItsCertificate() throws GeneralSecurityException {
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(AUTHORITY.pem().getBytes(US_ASCII))))
        .isEqualTo(AUTHORITY.certificate());
    assertThat(AUTHORITY.pem().lines()).allMatch(line -> line.length() <= 64);
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.test, 2, api.example.test",
    "API.Example.Test., 2, api.example.test",
    "my_host, 2, my_host",
    "xn--bcher-kva.example.test, 2, xn--bcher-kva.example.test",
    "1.2.3.4.example, 2, 1.2.3.4.example",
    "192.0.2.7, 7, 192.0.2.7",
    "2001:db8::1, 7, 2001:db8:0:0:0:0:0:1",
    "[2001:DB8::1], 7, 2001:db8:0:0:0:0:0:1",
    "::ffff:192.0.2.7, 7, 192.0.2.7",
  })
  void namesTheServerInTheAlternativeName(String asked, int type, String named)
      throws GeneralSecurityException {
    X509Certificate leaf = AUTHORITY.leaf(asked).orElseThrow().certificate();

    assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(type, named));
    assertThat(type).isIn(DNS, ADDRESS);
    assertThat(leaf.getBasicConstraints()).as("no authority").isEqualTo(-1);
    assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    leaf.verify(AUTHORITY.certificate().getPublicKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "a b",
        "a\u0000b",
        "a\nb",
        "*.example.test",
        "b\u00fccher.test",
        "a/b",
        "1:2",
        "[::1",
        "fe80::1%eth0",
        "999.1.1.1",
        "::g",
        "%"
      })
  void refusesWhatIsNoName(String name) {
    assertThat(AUTHORITY.leaf(name)).isEmpty();
    assertThatThrownBy(() -> AUTHORITY.keyManager(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNamesThatAreTooLong() {
    String label = "a".repeat(63);
    String longest = label + "." + label + "." + label + "." + "a".repeat(61);

    assertThat(longest).hasSize(253);
    assertThat(AUTHORITY.leaf(longest)).isPresent();
    assertThat(AUTHORITY.leaf(longest + ".")).isPresent();
    assertThat(AUTHORITY.leaf(longest + "a")).isEmpty();
    assertThat(AUTHORITY.leaf("a".repeat(64))).isEmpty();
    assertThat(AUTHORITY.leaf("a".repeat(1 << 20))).isEmpty();
  }

  @Test
  void keepsLeavesButNotWithoutBound() {
    Authority authority = Authority.create();
    Leaf first = authority.leaf("first.test").orElseThrow();
    assertThat(authority.leaf("FIRST.test").orElseThrow()).isSameAs(first);
    Set<java.math.BigInteger> serials = new HashSet<>();
    for (int i = 0; i < Authority.KEPT; i++) {
      serials.add(authority.leaf("n" + i + ".test").orElseThrow().certificate().getSerialNumber());
    }
    assertThat(serials).hasSize(Authority.KEPT);
    assertThat(authority.leaf("first.test").orElseThrow()).isNotSameAs(first);
  }

  @Property(tries = 300)
  void anyNameHasALeafOrNone(@ForAll String name) {
    AUTHORITY.leaf(name).ifPresent(leaf -> assertThat(leaf.chain()).hasSize(2));
  }
}
