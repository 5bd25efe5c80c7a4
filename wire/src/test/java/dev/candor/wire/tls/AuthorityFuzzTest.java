package dev.candor.wire.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a client calls its server, there is a certificate that names it, or none. */
class AuthorityFuzzTest {
  private static final Authority AUTHORITY = Authority.create();

  @FuzzTest
  void anyNameHasALeafOrNone(byte[] data) {
    for (String name : new String[] {new String(data, UTF_8), new String(data, ISO_8859_1)}) {
      AUTHORITY.leaf(name).ifPresent(leaf -> assertThat(leaf.chain()).hasSize(2));
    }
  }
}
