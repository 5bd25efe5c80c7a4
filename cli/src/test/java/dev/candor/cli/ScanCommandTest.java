package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
  @TempDir private Path temp;
  private Path tool;
  private final Screen screen = Screen.piped();

  @BeforeEach
  void makeAPackage() throws IOException {
    tool = Files.createDirectory(temp.resolve("tool"));
  }

  @Test
  void showsWhatAPackageHides() throws IOException {
    int status = screen.run("scan", Packages.hiding(tool).toString(), "--all");

    assertThat(status).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(screen.out())
        .startsWith("1 hidden table with 30 entries, no covert flow\n")
        .contains("base64, then xor:42", "index.js:")
        .contains(Packages.HOSTS);
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void showsThatAPackageHidesNothing() throws IOException {
    int status = screen.run("scan", Packages.innocent(tool).toString());

    assertThat(status).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(screen.out()).startsWith("no hidden table, no covert flow\n");
  }

  @Test
  void writesTheFormatThatIsAskedFor() throws IOException {
    screen.run("scan", Packages.hiding(tool).toString(), "--format", "sarif");
    assertThat(screen.out()).contains("\"version\" : \"2.1.0\"", "CANDOR-S001");
  }

  @Test
  void jsonIsShortForFormatAndOutput() throws IOException {
    Path file = temp.resolve("report.json");

    int status = screen.run("scan", Packages.hiding(tool).toString(), "--json", file.toString());

    assertThat(status).isZero();
    assertThat(file)
        .content()
        .contains("\"schema\" : \"candor/report/v1\"", Packages.HOSTS.get(29));
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void jsonBesideAFormatWritesBoth() throws IOException {
    Path file = temp.resolve("report.json");

    screen.run(
        "scan",
        Packages.innocent(tool).toString(),
        "--json",
        file.toString(),
        "--format",
        "terminal");

    assertThat(file).content().contains("candor/report/v1");
    assertThat(screen.out()).startsWith("no hidden table, no covert flow\n");
  }

  @Test
  void twoReportsOnOnePackageDifferInTheirTimeOnly() throws IOException {
    Screen second = Screen.piped();
    screen.run("scan", Packages.hiding(tool).toString(), "--format", "json");
    second.run("scan", tool.toString(), "--format", "json");

    String created = "\"created\" : \"[^\"]*\"";
    assertThat(screen.out()).containsPattern(created);
    assertThat(second.out().replaceAll(created, ""))
        .isEqualTo(screen.out().replaceAll(created, ""));
  }

  @Test
  void anOutputThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
    int status =
        screen.run(
            "scan",
            temp.resolve("missing").toString(),
            "--output",
            temp.resolve("no/f").toString());

    assertThat(status).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("there is no folder " + temp.resolve("no"));
  }

  @Test
  void anUnknownFormatIsRefusedWithTheKnownOnes() {
    assertThat(screen.run("scan", "x", "--format", "tea")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .isEqualTo(
            "candor: There is no format tea."
                + " Write --format with one of: html, json, markdown, sarif, terminal.\n");
  }

  @Test
  void tellsWhatAppearedBetweenTwoPackages() throws IOException {
    Path before = Packages.innocent(Files.createDirectory(temp.resolve("before")));

    int status = screen.run("scan", "--diff", before.toString(), Packages.hiding(tool).toString());

    assertThat(status).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(screen.out())
        .startsWith(
            """
            no covert flow appeared or vanished
              old        pkg:generic/before
              new        pkg:generic/tool

            Appeared
              - hidden table table-\
            """)
        .contains("(30 entries): ", Packages.HOSTS.getFirst(), " and 24 more\n");
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void tellsWhatVanishedWhateverThePackagesForm() throws IOException {
    Path before = Packages.hiding(Files.createDirectory(temp.resolve("before")));
    Path after = Packages.innocent(tool).resolve("index.js");

    screen.run("scan", before.toString(), after.toString(), "--diff");

    assertThat(screen.out()).contains("pkg:generic/index.js", "Vanished\n  - hidden table ");
  }

  @Test
  void aPackageDoesNotDifferFromItself() throws IOException {
    String path = Packages.hiding(tool).toString();
    assertThat(screen.run("scan", "--diff", path, path)).isZero();
    assertThat(screen.out()).startsWith("no difference in tables, probes, encoders and flows\n");
  }

  @Test
  void aDifferenceIsWrittenAsJsonToo() throws IOException {
    Path file = temp.resolve("difference.json");
    Path before = Packages.innocent(Files.createDirectory(temp.resolve("before")));
    String after = Packages.hiding(tool).toString();

    screen.run("scan", "--diff", before.toString(), after, "--json", file.toString());

    assertThat(file)
        .content()
        .contains("\"schema\" : \"candor/difference/v1\"", Packages.HOSTS.getFirst());
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void aDifferenceHasNoSarif() {
    assertThat(screen.run("scan", "--diff", "a", "b", "--format", "sarif"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .isEqualTo(
            "candor: There is no format sarif with --diff."
                + " Write --format with one of: json, terminal.\n");
  }

  @Test
  void aDifferenceNeedsTwoPackages() {
    assertThat(screen.run("scan", "--diff", "a")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .isEqualTo(
            "candor: --diff compares two packages: --diff OLD NEW. See candor scan --help.\n");
  }

  @Test
  void twoPackagesNeedDiff() {
    assertThat(screen.run("scan", "a", "b")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .isEqualTo("candor: Two packages are compared with --diff. See candor scan --help.\n");
  }

  @Test
  void aThirdPackageIsRefused() {
    assertThat(screen.run("scan", "--diff", "a", "b", "c")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("'c'", "See candor scan --help.");
  }

  @Test
  void whatSuppressesNothingIsTold() throws IOException {
    Path reviewed =
        Files.writeString(
            temp.resolve("reviewed.yaml"),
            """
            schema: candor/suppressions/v1
            suppressions:
              - {rule: CANDOR-S001, fingerprint: table-000000000000, reason: r, expires: never, by: b}
              - {rule: CANDOR-S001, fingerprint: table-000000000001, reason: r, expires: 2000-01-01, by: b}
            """);

    int status =
        screen.run("scan", Packages.hiding(temp).toString(), "--suppressions", reviewed.toString());

    assertThat(status).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(screen.out()).contains("suppressed 0 findings suppressed");
    assertThat(screen.err())
        .contains("CANDOR-S001 table-000000000000 matches no finding")
        .contains("CANDOR-S001 table-000000000001 has expired on 2000-01-01");
  }

  @Test
  void aDifferenceHasNoSuppressions() throws IOException {
    String one = Packages.hiding(temp).toString();

    assertThat(screen.run("scan", "--diff", one, one, "--suppressions", "s.yaml"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--suppressions are of a report");
  }

  @Test
  void aRegistryMustBeAnAddress() throws IOException {
    int status =
        screen.run("scan", Packages.innocent(tool).toString(), "--registry", "example.test");
    assertThat(status).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("example.test is not the address of a registry");
  }

  @Test
  void aMissingPathIsNamed() {
    String missing = temp.resolve("missing").toString();
    assertThat(screen.run("scan", missing)).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).startsWith("candor: ").contains(missing);
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void progressIsShownOnATerminalAndWipedBeforeTheResult() throws IOException {
    Screen terminal = Screen.terminal(Map.of("NO_COLOR", "1"));
    terminal.run("scan", Packages.innocent(tool).toString());
    assertThat(terminal.err()).endsWith("\r\u001b[K");
    assertThat(terminal.out()).startsWith("no hidden table, no covert flow\n");
  }

  @Test
  void coloursAreForTerminalsOnly() throws IOException {
    Screen terminal = Screen.terminal(Map.of());
    terminal.run("scan", Packages.innocent(tool).toString());
    screen.run("scan", tool.toString());
    assertThat(terminal.out()).contains("\u001b[1;32m");
    assertThat(screen.out()).doesNotContain("\u001b");
  }
}
