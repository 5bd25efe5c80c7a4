package dev.candor.audit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureFileTest {
  private static final String GOOD = Declared.file(Declared.STATEMENTS);

  @Test
  void readsAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("d.yaml"), GOOD);

    Disclosure disclosure = DisclosureFile.read(file);

    assertThat(disclosure.purl()).isEqualTo("pkg:npm/%40scope/tool");
    assertThat(disclosure.versions()).hasToString("vers:npm/>=1.0.0|<2.0.0");
    assertThat(disclosure.vendor()).contains("Heron");
    assertThat(disclosure.statements()).hasSize(3);
    assertThat(disclosure.statements().get(1))
        .isEqualTo(
            new Statement(
                List.of("hostname"),
                List.of("api.example.test"),
                Optional.of("POST /log"),
                List.of("/id"),
                List.of(Manner.PLAIN),
                "Tells installations apart.",
                Optional.of("https://vendor.example/privacy")));
  }

  @Test
  void jsonIsReadAsWell() {
    Disclosure disclosure =
        DisclosureFile.parse(
            "d.json",
            """
            {"schema": "candor/disclosure/v1", "package": "pkg:npm/@scope/tool",
             "versions": ["1.2.3", "1.2.4"],
             "statements": [{"facts": ["hostname"], "to": "api.example.test", "place": "\\/id",
               "as": "hash", "purpose": "Caf\\u00e9 \\"x\\""}]}
            """);

    assertThat(disclosure.purl()).isEqualTo("pkg:npm/%40scope/tool");
    assertThat(disclosure.versions()).hasToString("vers:npm/1.2.3|1.2.4");
    assertThat(disclosure.statements().getFirst().purpose()).isEqualTo("Caf\u00e9 \"x\"");
    assertThat(disclosure.statements().getFirst().place()).containsExactly("/id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "disclosure/v1; disclosure/v9; line 1: the schema is \"candor/disclosure/v9\"",
        "pkg:npm/%40scope/tool; pkg:npm/tool@1.0.0; line 2: the package is a package URL without",
        "pkg:npm/%40scope/tool; tool; line 2: the package is a package URL",
        "vers:npm/>=1.0.0|<2.0.0; vers:pypi/>=1.0.0; line 3: the versions are those of another type",
        "versions: vers:npm/>=1.0.0|<2.0.0; versions: 1.0.0; line 3: the range of versions is no range",
        "vers:npm/>=1.0.0|<2.0.0; []; line 3: \"versions\" holds nothing",
        "vendor: Heron; owner: Heron; line 4: the key \"owner\" means nothing here",
        "facts: hostname; facts: []; \"facts\" holds nothing",
        "facts: hostname; facts: Hostname; is no fact",
        "facts: hostname; facts: [hostname, [a]]; \"facts\" is a text",
        "facts: hostname; fact: hostname; the key \"fact\" means nothing",
        "to: api.example.test; to: '*.test'; a destination is a host",
        "request: POST /log; request: /log; a request is a method and a path",
        "place: /id; place: somewhere; a place is prompt",
        "as: plain; as: secret; \"secret\" is none of plain, localised",
        "https://vendor; http://vendor; documentation is an address with https://",
        "purpose: Tells installations apart.; purpose: ' '; \"purpose\" is a text of 1 to 2000",
      })
  void saysWhatIsWrongAndWhere(String part, String other, String message) {
    String text = GOOD.replace(part, other);

    assertThatThrownBy(() -> DisclosureFile.parse("d.yaml", text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("d.yaml, line ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("docs/disclosure.md describes the file.");
  }

  @Test
  void anywhereIsWithinARequestThatIsNamed() {
    assertThatThrownBy(() ->
            Declared.of(
                List.of("  - {facts: a, to: b.example, place: anywhere, as: plain, purpose: x}\n")))
        .hasMessageContaining("line 6: the statement says anywhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema", "package", "versions", "statements"})
  void whatMustBeThereIsMissed(String key) {
    String text = GOOD.replaceFirst("(?ms)^" + key + ":.*?(?=^[a-z]|\\z)", "");

    assertThatThrownBy(() -> DisclosureFile.parse("d.yaml", text))
        .hasMessageContaining("the key \"" + key + "\" is missing");
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> DisclosureFile.parse("d.yaml", GOOD + "vendor: Other\n"))
        .hasMessageContaining("the key \"vendor\" is there twice");
  }

  @Test
  void aliasesAreRefused() {
    String bomb = GOOD.replace("vendor: Heron", "vendor: &a Heron") + "    note: *a\n";

    assertThatThrownBy(() -> DisclosureFile.parse("d.yaml", bomb))
        .isInstanceOf(InputException.class);
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThatThrownBy(() -> DisclosureFile.parse("d.yaml", GOOD + "---\nschema: x\n"))
        .hasMessageContaining("a second document begins");
  }

  @Test
  void nestingEnds() {
    assertThatThrownBy(() ->
            DisclosureFile.parse("d.yaml", GOOD.replace("Heron", "[".repeat(40) + "]".repeat(40))))
        .hasMessageContaining("nested more than 12 deep");
  }

  @Test
  void statementsAndNamesAreCounted() {
    assertThatThrownBy(() -> Declared.of(Collections.nCopies(501, Declared.STATEMENTS.getFirst())))
        .hasMessageContaining("\"statements\" has more than 500 entries");
    String names = "[" + "a, ".repeat(64) + "a]";
    assertThatThrownBy(() ->
            Declared.of(
                List.of(Declared.STATEMENTS.get(1).replace("facts: hostname", "facts: " + names))))
        .hasMessageContaining("\"facts\" has more than 64 entries");
  }

  @Test
  void longTextsAreRefused() {
    String purpose = "x".repeat(2_001);

    assertThatThrownBy(() ->
            Declared.of(
                List.of(Declared.STATEMENTS.get(1).replace("Tells installations apart.", purpose))))
        .hasMessageContaining("\"purpose\" is a text of 1 to 2000 characters");
  }

  @Test
  void aFileThatIsTooLargeOrNoTextIsNotRead(@TempDir Path folder) throws Exception {
    Path large = Files.writeString(folder.resolve("l.yaml"), GOOD + "#".repeat(256 << 10));
    Path latin = Files.write(folder.resolve("n.yaml"), GOOD.getBytes(StandardCharsets.UTF_16));

    assertThatThrownBy(() -> DisclosureFile.read(large))
        .hasMessageContaining("larger than 256 KiB, which no disclosure is");
    assertThatThrownBy(() -> DisclosureFile.read(latin)).hasMessageContaining("no text in UTF-8");
    assertThatThrownBy(() -> DisclosureFile.read(folder.resolve("none")))
        .hasMessageContaining("cannot be read (NoSuchFileException)");
  }
}
