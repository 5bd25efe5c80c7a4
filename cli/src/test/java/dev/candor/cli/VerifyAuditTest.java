package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Audits of a small tool: signed, verified, repeated. */
@ExtendWith(OwnHome.class)
class VerifyAuditTest {
  @TempDir private Path folder;
  @TempDir private Path other;
  private final Screen screen = Screen.piped();

  /** One audit, signed, verified, repeated. */
  @Test
  void aSignedAuditHoldsAndItsRepetitionComesToTheSame() throws IOException {
    SampleTool tool =
        SampleTool.write(folder, SampleTool.bash(AuditCommandTest.COVERT + AuditCommandTest.ASK));
    String key = path("k.pem");
    run("key", "new", "--output", key);
    String signed = path("signed.json");
    String report = path("report.json");
    List<String> words =
        tool.words("audit", "--budget", "30", "--attest", signed, "--key", key, "--json", report);

    assertThat(run(words.toArray(String[]::new))).isEqualTo(ExitStatus.COVERT);

    assertThat(run("verify", signed, "--key", key + ".pub", "--artifact", tool.file().toString()))
        .isEqualTo(ExitStatus.HOLDS);
    assertThat(screen.out())
        .contains("\nholds: ")
        .contains("The artifact has the digest of the subject.");
    assertThat(run("verify", report)).isEqualTo(ExitStatus.HOLDS);

    Screen again = Screen.piped();
    int status =
        again.run(
            "verify",
            signed,
            "--key",
            key + ".pub",
            "--rerun",
            "--artifact",
            tool.file().toString(),
            "--recipe",
            tool.recipe().toString(),
            "--offline");
    assertThat(again.err()).isEmpty();
    assertThat(again.out())
        .contains("A repetition with the same seed and budget comes to the same conclusions.");
    assertThat(status).isEqualTo(ExitStatus.HOLDS);
  }

  @Test
  void anAuditIsTheSameButForWhatTheToolDid() throws IOException {
    List<String> varying = new ArrayList<>(Varying.members(Varying.ALWAYS));
    varying.addAll(Varying.members(Varying.WITH_THE_TOOL));
    ObjectNode first = audited(folder);
    ObjectNode again = audited(other);

    assertThat(Varying.without(first, varying)).isEqualTo(Varying.without(again, varying));
    assertThat(first.at("/observed/packages").size()).isPositive();
    // This tool does the same each time.
    assertThat(first.path("verdict")).isEqualTo(again.path("verdict"));
    assertThat(first.at("/observed/signals/0/codebook"))
        .isEqualTo(again.at("/observed/signals/0/codebook"));
  }

  private static ObjectNode audited(Path folder) throws IOException {
    SampleTool tool =
        SampleTool.write(folder, SampleTool.bash(AuditCommandTest.COVERT + AuditCommandTest.ASK));
    Path report = folder.resolve("report.json");
    assertThat(
            Screen.piped()
                .run(
                    tool.words("audit", "--budget", "30", "--json", report.toString())
                        .toArray(String[]::new)))
        .isEqualTo(ExitStatus.COVERT);
    return Varying.read(report);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... words) {
    return screen.run(words);
  }
}
