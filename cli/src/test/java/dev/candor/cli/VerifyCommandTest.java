package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Keys, signed reports, and what is said of them. */
class VerifyCommandTest {
  @TempDir private Path folder;
  private final Screen screen = Screen.piped();

  @Test
  void aSignedScanHoldsOfItsFileAndOfNoOther() throws IOException {
    Path file = Packages.hiding(folder).resolve("index.js");
    String key = key();
    String signed = path("signed.json");

    assertThat(run("scan", file.toString(), "--attest", signed, "--key", key)).isZero();
    assertThat(
            run("verify", signed, "--key", key + ".pub", "--artifact", file.toString(), "--rerun"))
        .isEqualTo(ExitStatus.HOLDS);
    assertThat(screen.out())
        .contains("Each place in the code that is named lies in a file of the artifact.")
        .contains("comes to the same conclusions");

    Files.writeString(file, "module.exports = 1;\n");
    Screen other = Screen.piped();
    assertThat(other.run("verify", signed, "--key", key + ".pub", "--artifact", file.toString()))
        .isEqualTo(ExitStatus.DOES_NOT_HOLD);
    assertThat(other.out())
        .startsWith("does not hold: ")
        .contains("report /subject/digest/sha256", "the artifact has");
  }

  @Test
  void aReportThatIsThereIsSignedLater() throws IOException {
    Path file = Packages.hiding(folder).resolve("index.js");
    String key = key();
    String report = path("report.json");
    String signed = path("signed.json");
    run("scan", file.toString(), "--json", report);

    assertThat(run("attest", report, "--key", key, "--output", signed)).isZero();

    assertThat(run("verify", signed, "--key", key + ".pub")).isEqualTo(ExitStatus.HOLDS);
    assertThat(run("verify", signed)).isEqualTo(ExitStatus.INCONCLUSIVE);
  }

  @Test
  void aReportThatDoesNotHoldIsNotSigned() throws IOException {
    Path file = Packages.hiding(folder).resolve("index.js");
    String key = key();
    Path report = folder.resolve("report.json");
    Path signed = folder.resolve("signed.json");
    run("scan", file.toString(), "--json", report.toString());
    Files.writeString(
        report, Files.readString(report).replace("gateway-a0.example", "gateway-a1.example"));

    assertThat(run("attest", report.toString(), "--key", key, "--output", signed.toString()))
        .isEqualTo(ExitStatus.DOES_NOT_HOLD);

    assertThat(screen.err()).contains("not the name that its entries give it");
    assertThat(signed).doesNotExist();
  }

  @Test
  void theResultIsForProgramsToo() throws IOException {
    Path file = Packages.hiding(folder).resolve("index.js");
    String report = path("report.json");
    String result = path("result.json");
    run("scan", file.toString(), "--json", report);

    assertThat(run("verify", report, "--json", result)).isEqualTo(ExitStatus.HOLDS);

    assertThat(
            JsonMapper.shared()
                .readTree(Files.readAllBytes(Path.of(result)))
                .path("outcome")
                .asString())
        .isEqualTo("holds");
  }

  @Test
  void aKeyIsMadeOnceAndTellsItsId() {
    String key = key();

    assertThat(screen.out())
        .containsPattern("key      [0-9a-f]{64}\n")
        .contains("private  " + key + "\n", "public   " + key + ".pub\n");
    assertThat(run("key", "new", "--output", key)).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("keys are never overwritten");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scan FILE --attest OUT | --attest FILE and --key PRIVATE go together",
        "scan FILE --key KEY | --attest FILE and --key PRIVATE go together",
        "scan FOLDER --attest OUT --key KEY | is a folder, which has no digest to sign for",
        "scan FILE --attest OUT --key KEY.pub | holds a PUBLIC KEY",
        "scan --diff FILE FILE --attest OUT --key KEY | signs a report, and no difference",
        "verify FILE | not JSON",
        "verify FILE --key KEY | holds a PRIVATE KEY",
        "verify NONE | cannot be read",
        "attest FILE --key KEY --output OUT | not JSON",
        "attest FILE --output OUT | Missing required option",
      })
  void aMistakeIsToldBeforeTheWork(String words, String message) throws IOException {
    Path file = Packages.hiding(folder).resolve("index.js");
    String key = key();
    String[] arguments =
        words
            .replace("FILE", file.toString())
            .replace("FOLDER", folder.toString())
            .replace("OUT", path("out.json"))
            .replace("NONE", path("none.json"))
            .replace("KEY", key)
            .split(" ");

    assertThat(run(arguments)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err()).startsWith("candor: ").contains(message);
    assertThat(Path.of(path("out.json"))).doesNotExist();
  }

  private String key() {
    String key = path("k.pem");
    assertThat(run("key", "new", "--output", key)).isZero();
    return key;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... words) {
    return screen.run(words);
  }
}
