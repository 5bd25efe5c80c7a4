package dev.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
  @ParameterizedTest
  @CsvSource({
    "pkg:npm/%40a/b@1.2.3, pkg:npm/%40a/b, 1.2.3",
    "pkg:npm/@a/b@1.2.3, pkg:npm/%40a/b, 1.2.3",
    "pkg:npm/@a/b, pkg:npm/%40a/b,",
    "pkg:npm/b@1.0.0-rc.1%2Bx, pkg:npm/b, 1.0.0-rc.1+x",
    "pkg:deb/debian/codex@1%3A2-3?arch=amd64, pkg:deb/debian/codex, 1:2-3",
    "pkg:deb/debian/codex?arch=amd64#x, pkg:deb/debian/codex,",
    "PKG:PyPI/My_Tool.x@1.0, pkg:pypi/my-tool-x, 1.0",
  })
  void aVersionIsTakenOff(String purl, String product, String version) {
    assertThat(Product.parse(purl))
        .isEqualTo(new Product.Versioned(new Product(product), Optional.ofNullable(version)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "npm/a", "pkg:", "pkg:npm", "pkg:npm/", "pkg:npm/a b", "pkg:1/a"})
  void refusesWhatIsNoPackageUrl(String text) {
    assertThatThrownBy(() -> Product.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
