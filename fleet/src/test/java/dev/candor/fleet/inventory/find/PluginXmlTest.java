package dev.candor.fleet.inventory.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginXmlTest {
  @Test
  void readsIdAndVersion() {
    assertThat(
            parse(
                "<idea-plugin><id> a.b </id><version><![CDATA[1.2]]></version><id>c</id></idea-plugin>"))
        .contains(new PluginXml("a.b", Optional.of("1.2")));
  }

  /** By the SDK's page, the name stands for an id that is missing. */
  @Test
  void theNameStandsForTheId() {
    assertThat(parse("<idea-plugin><name>Tool</name></idea-plugin>"))
        .contains(new PluginXml("Tool", Optional.empty()));
  }

  @Test
  void whatIsNestedIsNotItsOwn() {
    assertThat(parse("<idea-plugin><depends><id>x</id></depends></idea-plugin>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<plugin><id>a</id></plugin>",
        "<idea-plugin><id>a",
        "",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><idea-plugin><id>&x;</id></idea-plugin>",
        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><idea-plugin><id>&b;</id></idea-plugin>"
      })
  void readsNothingElse(String xml) {
    assertThat(parse(xml)).isEmpty();
  }

  /** Whatever the bytes are, they are refused, or tell short texts. */
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] xml) {
    PluginXml.parse(xml).ifPresent(plugin -> assertThat(plugin.id()).hasSizeBetween(1, 256));
  }

  private static Optional<PluginXml> parse(String xml) {
    return PluginXml.parse(xml.getBytes(UTF_8));
  }
}
