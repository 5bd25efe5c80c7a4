package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Digest;
import dev.candor.core.Subject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedVersionTest {
  /** {@code AAEC} is base64 of the bytes 0, 1, 2 (RFC 4648). */
  @Test
  void itIsTheFileWhoseDigestTheRegistryNames() {
    assertThat(named("sha512-AAEC").mayBe(of("000102"))).isTrue();
    assertThat(named("sha512-AAEC").mayBe(of("000103"))).isFalse();
    assertThat(named("sha512-?").mayBe(of("000102"))).isFalse();
    assertThat(named("sha512-AAEC").mayBe(new Subject("pkg:npm/tool@1", Optional.empty())))
        .isFalse();
  }

  @Test
  void whereNoneIsNamedItMayBeAny() {
    assertThat(named("sha1-000102").mayBe(of("ffff"))).isTrue();
  }

  private static PublishedVersion named(String digest) {
    return new PublishedVersion(
        "1.0.0", Optional.empty(), true, Optional.empty(), Optional.of(digest));
  }

  private static Subject of(String hex) {
    return new Subject("pkg:npm/tool@1", Optional.of(new Digest("sha512", hex)));
  }
}
