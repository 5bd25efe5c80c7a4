package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.scan.syntax.JavaScriptLexer;
import dev.candor.scan.syntax.Lexed;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.PythonLexer;
import dev.candor.scan.syntax.Tokens;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data and code that earlier rules got wrong. */
class HardCasesTest {
  @Test
  void readsCellsWhoseHalvesLookLikeCells() {
    assertThat(Counted.entries("registry  gateway   mirror    account   "))
        .contains(List.of("registry", "gateway", "mirror", "account"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/hostname,/usr/share/zoneinfo,/var/lib/machine,/opt/company/agent",
        "@scope/package,@company/internal,@vendor/secret-tool,@other/library",
        ".example.com,.example.org,.company.net,.research.test",
        "alice:,robert:,charlotte:,benjamin:,margaret:"
      })
  void whatEveryEntryBeginsOrEndsWithIsPartOfIt(String text) {
    assertThat(Separation.best(text)).contains(List.of(text.split(",")));
  }

  @Test
  void readsAByteThatTellsTheLengthOfEachEntry() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> entries =
        List.of("größe.example.test", "registry.example.test", "gateway.example.org", "mirror.net");
    for (String entry : entries) {
      byte[] utf8 = entry.getBytes(UTF_8);
      bytes.write(utf8.length);
      bytes.writeBytes(utf8);
    }
    assertThat(Readability.of(List.of(bytes.toByteArray())))
        .isInstanceOfSatisfying(
            Reading.Listed.class, list -> assertThat(list.entries()).isEqualTo(entries));
  }

  @Test
  void aLineContinuationMayEndInAnyLineTerminator() {
    assertThat(Literals.unescape("a\\\nb\\\r\nc\\\rd\\\u2028e\\\u2029f")).isEqualTo("abcdef");
    Tokens js = Lexed.javaScript("x='a\\\r\nb'");
    assertThat(Literals.string(js, 2)).isEqualTo("ab");
    Tokens python = Lexed.python("x = 'a\\\r\nb'");
    assertThat(Literals.string(python, 2)).isEqualTo("ab");
  }

  @Test
  void aNumberThatIsTooLargeIsNone() {
    assertThat(Literals.number(Lexed.javaScript("x=1e99"), 2)).isEqualTo(-1);
    assertThat(Literals.number(Lexed.javaScript("x=999999999999999e9"), 2)).isEqualTo(-1);
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(strings = {"`\\", "=/[", "\"\\", "'\\", "=/\\", "'''\\", "`${a}\\"})
  void openersThatAreNeverClosedCostNoSquare(String opener) {
    byte[] text = opener.repeat(4_000_000).getBytes(UTF_8);
    Lexed.javaScript("");
    assertThat(JavaScriptLexer.lex(text).count()).isNotNegative();
    assertThat(PythonLexer.lex(text, 0, text.length).count()).isNotNegative();
  }

  @Test
  void languageTagsAreVisibleOnlyWhereTheyStand() {
    List<String> tags = List.of("en_GB", "zh_CN", "pt_BR", "de_AT");
    assertThat(Visibility.isVisible(tags, "d('abcdef')")).isFalse();
    assertThat(Visibility.isVisible(tags, "['en_GB','zh_CN','pt_BR','de_AT'].map(f)")).isTrue();
  }
}
