package dev.candor.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.Fetch;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageReference;
import dev.candor.core.Progress;
import dev.candor.lab.room.KeeperCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Room, emulator and dialect together: the published claude-code 2.1.91 says what the design tells
 * of it. Needs this machine's npm configuration and network, and Node.js 18 or later in /usr.
 */
@Tag("field")
class MarkedDateFieldTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void unpackThePublishedPackage() throws IOException, InterruptedException {
    Path tarball =
        new Fetch()
            .open(
                PackageReference.parse("npm:@anthropic-ai/claude-code@2.1.91"),
                new FetchOptions(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    folder.resolve("cache"),
                    Progress.NONE))
            .parts()
            .getFirst()
            .path();
    Process tar =
        new ProcessBuilder("tar", "xzf", tarball.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
  }

  @Test
  void marksTheHostOfAnAiLabAndTheZoneOfShanghai() throws IOException, InterruptedException {
    assertThat(datesSaid("api.deepseek.com", "Asia/Shanghai"))
        .hasSize(2)
        .allMatch(line -> line.matches("Today\u02bcs date is \\d{4}/\\d\\d/\\d\\d"));
  }

  @Test
  void marksNothingWhereThereIsNothingToMark() throws IOException, InterruptedException {
    assertThat(datesSaid("models.example.test", "Europe/Berlin"))
        .hasSize(2)
        .allMatch(line -> line.matches("Today's date is \\d{4}-\\d\\d-\\d\\d"));
  }

  /** The date lines of the two turns. */
  private static List<String> datesSaid(String host, String zone)
      throws IOException, InterruptedException {
    Path said = folder.resolve(host);
    Process keeper =
        KeeperCommand.of(
                ClaudeTrial.class, List.of(folder.resolve("package").toString(), host, zone))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    keeper.waitFor();
    return Files.readAllLines(said, UTF_8);
  }
}
