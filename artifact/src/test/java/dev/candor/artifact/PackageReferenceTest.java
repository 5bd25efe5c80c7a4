package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "pkg:npm/%40anthropic-ai/claude-code@2.1.91, @anthropic-ai/claude-code, 2.1.91",
    "pkg:npm/@anthropic-ai/claude-code@2.1.91, @anthropic-ai/claude-code, 2.1.91",
    "pkg:npm/lodash, lodash, latest",
    "PKG:NPM/lodash@4.18.1, lodash, 4.18.1",
    "npm:@anthropic-ai/claude-code@2.1.91, @anthropic-ai/claude-code, 2.1.91",
    "npm:@anthropic-ai/claude-code, @anthropic-ai/claude-code, latest",
    "npm:lodash@next, lodash, next",
    "npm:lodash@4.0.0-rc.1+build.5, lodash, 4.0.0-rc.1+build.5",
    "npm:JSONStream@1.3.5, JSONStream, 1.3.5",
  })
  void readsPackages(String text, String name, String version) {
    assertThat(PackageReference.parse(text)).isEqualTo(new RegistryPackage(name, version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm:",
        "npm:@scope",
        "npm:@scope/",
        "npm:../../etc/passwd",
        "npm:.hidden",
        "npm:_x",
        "npm:a/b",
        "npm:a b",
        "npm:tool@",
        "npm:tool@^1.2.3",
        "npm:tool@1.x",
        "npm:tool@1.2",
        "npm:tool@../x",
        "npm:@a/b/c",
        "npm:tool%2f..",
        "pkg:npm/tool@1.0.0?repository_url=x",
        "pkg:npm/tool@1.0.0#lib",
        "pkg:",
        "pkg:npm",
        "pkg:npm/"
      })
  void refusesWhatIsNoPackage(String text) {
    assertThatThrownBy(() -> PackageReference.parse(text)).isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pypi:requests@2.0",
        "pkg:pypi/requests@2.0",
        "pkg:maven/g/a@1",
        "https://example.test/tool.tgz"
      })
  void otherRegistriesAreAnsweredWithWhatToDo(String text) {
    assertThatThrownBy(() -> PackageReference.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("npm only so far")
        .hasMessageContaining("give its path");
  }

  @Test
  void readsFilesAndFolders(@TempDir Path root) throws IOException {
    Path file = Files.writeString(root.resolve("tool.tgz"), "x");
    assertThat(PackageReference.parse(file.toString())).isEqualTo(new LocalPath(file));
    assertThat(PackageReference.parse(root.toString())).isEqualTo(new LocalPath(root));
  }

  @Test
  void aMissingFileIsSaidAndANameIsPointedToTheRegistry() {
    assertThatThrownBy(() -> PackageReference.parse("no/such/file.tgz"))
        .isInstanceOf(InputException.class)
        .hasMessage("There is no file or folder no/such/file.tgz.");
    assertThatThrownBy(() -> PackageReference.parse("@anthropic-ai/claude-code@2.1.91"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("write npm:@anthropic-ai/claude-code@2.1.91");
    assertThatThrownBy(() -> PackageReference.parse("")).isInstanceOf(InputException.class);
  }

  @Test
  void whatIsNeitherFileNorFolderIsRefused() {
    assertThatThrownBy(() -> PackageReference.parse("/dev/null"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("neither a file nor a folder");
  }

  @Test
  void messagesCarryNoEscapeCodes() {
    assertThatThrownBy(() -> PackageReference.parse("npm:\u001b[31m"))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("\u001b"));
  }

  @Property
  void aPackageIsReadBackFromItsPurlAndItsShortForm(@ForAll("packages") RegistryPackage any) {
    assertThat(PackageReference.parse(any.purl())).isEqualTo(any);
    assertThat(PackageReference.parse("npm:" + any)).isEqualTo(any);
  }

  @Property
  void anythingIsAReferenceOrRefused(@ForAll String any) {
    try {
      assertThat(PackageReference.parse(any)).isNotNull();
    } catch (InputException e) {
      assertThat(e).hasMessageMatching("(?s).+\\.");
    }
  }

  @Provide
  Arbitrary<RegistryPackage> packages() {
    Arbitrary<String> word =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .numeric()
            .withChars('-')
            .ofMinLength(1)
            .ofMaxLength(20);
    Arbitrary<String> name =
        Arbitraries.oneOf(word, Combinators.combine(word, word).as((a, b) -> "@" + a + "/" + b));
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 5000);
    Arbitrary<String> version =
        Combinators.combine(number, number, number, Arbitraries.of("", "-rc.1", "+b.2", "-0.a+x"))
            .as((a, b, c, rest) -> a + "." + b + "." + c + rest);
    return Combinators.combine(name, version).as(RegistryPackage::new);
  }
}
