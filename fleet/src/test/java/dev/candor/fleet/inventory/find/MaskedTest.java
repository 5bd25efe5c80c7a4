package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource({
    "https://gw.example.net/v1, https://gw.example.net/v1",
    "http://user:secret@proxy.example:3128, http://***@proxy.example:3128",
    "user:secret@proxy.example:3128, ***@proxy.example:3128",
    "http://a@b:secret@proxy.example, http://***@proxy.example",
    "https://gw.example/v1?key=abc&x=1, https://gw.example/v1?***&***",
    "https://gw.example/#token, https://gw.example/#***",
    "https://gw.example/sk-ant-abcdefgh/v1, https://gw.example/***/v1",
    "https://gw.example/4f5e6d7c8b9a0123456789ab/v1, https://gw.example/***/v1",
    "https://my-resource-1234567890-abcdef.openai.example/openai, https://my-resource-1234567890-abcdef.openai.example/openai",
    "localhost:11434, localhost:11434",
    "sk-proj-0123456789abcdef, ***"
  })
  void keepsWhereAndMasksWhatOpensDoors(String value, String masked) {
    assertThat(Masked.of(value)).isEqualTo(masked);
  }

  @Test
  void isBounded() {
    assertThat(Masked.of("a".repeat(1 << 20))).hasSizeLessThan(600);
  }

  @Property
  void noPasswordIsShown(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 30) String password) {
    assertThat(Masked.of("https://u:" + password + "@proxy.example/")).doesNotContain(password);
    assertThat(Masked.of("https://proxy.example/?k=" + password)).doesNotContain(password);
  }
}
