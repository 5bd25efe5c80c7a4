package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code candor}, run in a copy of the project with a JDK and a Maven that only note
 * their calls.
 */
class LauncherTest {
  @TempDir private Path temp;
  private Sandbox box;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    box = Sandbox.in(temp.resolve("a folder"));
  }

  @Test
  void saysHowToGetAJdkWhereThereIsNone() throws Exception {
    Sandbox.Outcome outcome = box.candor("--version");

    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(outcome.err())
        .contains("no JDK 25 or newer", "sudo apt install", "sudo dnf install", "brew install")
        .contains("sdk install", "CANDOR_JAVA_HOME=");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void findsTheJdkThatIsNewEnough() throws Exception {
    box.jdk("a-17", "17.0.9");
    Path wanted = box.jdk("b-25", "25.0.1");
    assertThat(box.candor("scan", "x").javaHome()).isEqualTo(wanted);
  }

  @Test
  void findsAJdkInAMacBundle() throws Exception {
    Path wanted = box.jdk("some.jdk/Contents/Home", "26-ea");
    assertThat(box.candor("scan", "x").javaHome()).isEqualTo(wanted);
  }

  @Test
  void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
    Files.delete(box.jdk("a-25", "25").resolve("bin/javac"));
    assertThat(box.candor("scan", "x").status()).isEqualTo(ExitStatus.NOT_DONE);
  }

  @Test
  void javaHomeIsTakenIfItIsNewEnough() throws Exception {
    box.jdk("a-25", "25");
    Path old = box.jdk("../elsewhere/old", "21.0.4");
    Path recent = box.jdk("../elsewhere/recent", "25.0.2");

    assertThat(box.set("JAVA_HOME", recent).candor("x").javaHome()).isEqualTo(recent);
    assertThat(box.set("JAVA_HOME", old).candor("x").javaHome().toString()).endsWith("a-25");
  }

  @Test
  void theJavaOnThePathIsTakenThroughItsLinks() throws Exception {
    box.jdk("a-25", "25");
    Path wanted = box.jdk("../elsewhere/jdk", "25.0.2");
    box.link("java", wanted.resolve("bin/java"));
    assertThat(box.candor("x").javaHome()).isEqualTo(wanted);
  }

  @Test
  void aChosenJdkThatIsTooOldIsRefused() throws Exception {
    box.jdk("a-25", "25");
    Path old = box.jdk("../elsewhere/old", "21.0.4");

    Sandbox.Outcome outcome = box.set("CANDOR_JAVA_HOME", old).candor("x");

    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(outcome.err()).contains("CANDOR_JAVA_HOME is " + old);
  }

  @Test
  void argumentsArriveAsTheyAre() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.candor("scan", "", "a b", "*", "$HOME", "--x=\"y\"").arguments())
        .endsWith("dev.candor.cli.Main", "scan", "", "a b", "*", "$HOME", "--x=\"y\"");
  }

  @Test
  void theExitStatusIsJavas() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.set("FAKE_JAVA_STATUS", "3").candor("x").status()).isEqualTo(3);
  }

  @Test
  void worksThroughLinksFromAnyFolder() throws Exception {
    box.jdk("a-25", "25");
    Path first = Files.createSymbolicLink(temp.resolve("first"), box.home().resolve("candor"));
    Path second = Files.createSymbolicLink(temp.resolve("second"), first.getFileName());

    Sandbox.Outcome outcome = box.run(temp, List.of("./second", "x"));

    assertThat(second).isSymbolicLink();
    assertThat(outcome.classPath()).startsWith(box.home() + "/cli/target/candor-cli-1.jar:");
  }

  @Test
  void buildsOnceAndAgainWhenSourcesChange() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.candor("x").err()).contains("candor: building");
    assertThat(box.candor("x").err()).isEmpty();
    assertThat(box.builds()).isEqualTo(1);

    Path source = box.home().resolve("cli/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

    assertThat(box.candor("x").status()).isZero();
    assertThat(box.builds()).isEqualTo(2);
  }

  @Test
  void aDeletedSourceIsAChange() throws Exception {
    box.jdk("a-25", "25");
    box.candor("x");
    Path source = box.home().resolve("cli/src/main/java/A.java");
    Files.delete(source);
    Files.setLastModifiedTime(
        source.getParent(), FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
    box.candor("x");
    assertThat(box.builds()).isEqualTo(2);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    box.jdk("a-25", "25");
    Process first = box.set("FAKE_BUILD_SECONDS", "1").start("x");
    Process second = box.start("x");

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(box.builds()).isEqualTo(1);
  }

  @Test
  void aLockOfADeadProcessIsBroken() throws Exception {
    box.jdk("a-25", "25");
    Path lock = Files.createDirectories(box.home().resolve("target/launcher.lock"));
    // Above every system's highest process id.
    Files.writeString(lock.resolve("pid"), "99999999\n");
    assertThat(box.candor("x").status()).isZero();
  }

  @Test
  void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
    box.jdk("a-25", "25");
    Sandbox.Outcome outcome = box.set("FAKE_BUILD_STATUS", "1").candor("x");

    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(outcome.err()).contains("[ERROR] no such symbol", "the build failed", "build.log");
    assertThat(box.set("FAKE_BUILD_STATUS", "0").candor("x").status()).isZero();
  }

  @Test
  void saysHowToGetMaven() throws Exception {
    box.jdk("a-25", "25");
    Files.delete(box.tools().resolve("mvn"));
    Sandbox.Outcome outcome = box.candor("x");

    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(outcome.err()).contains("sudo apt install maven", "brew install maven");
  }

  @Test
  void theFastStartIsPreparedOnceForEachJdk() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.candor("x").err()).contains("preparing a fast start");
    assertThat(box.candor("x").arguments())
        .anyMatch(option -> option.matches("-XX:AOTCache=.*Some Vendor-25\\+1\\.aot"))
        .anyMatch(option -> option.matches("-Dcandor.sandbox.aot=.*\\.aot\\.sandbox"));

    Path other = box.jdk("../elsewhere/other", "26");
    assertThat(box.set("JAVA_HOME", other).candor("x").err()).contains("preparing a fast start");
    assertThat(box.builds()).isEqualTo(1);
  }

  @Test
  void aFastStartIsTriedWithoutLinkingIfLinkingFails() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.set("FAKE_LINKING_STATUS", "134").candor("x").err()).doesNotContain("in vain");
    assertThat(box.candor("x").err()).isEmpty();
    assertThat(box.home().resolve("cli/target/aot/Some Vendor-25+1.aot")).isNotEmptyFile();
  }

  @Test
  void aFastStartThatCannotBePreparedIsDoneWithout() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.set("FAKE_TRAINING_STATUS", "1").candor("x").status()).isZero();
    Sandbox.Outcome outcome = box.candor("x");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.arguments()).noneMatch(option -> option.startsWith("-Dcandor.sandbox.aot"));
  }

  @Test
  void fileNamesAreReadAsUtf8InTheCLocale() throws Exception {
    box.jdk("a-25", "25");
    assertThat(box.set("LC_ALL", "C").candor("x").out()).contains("LC_ALL=C.UTF-8");
    assertThat(box.set("LC_ALL", "de_DE.UTF-8").candor("x").out()).contains("LC_ALL=de_DE.UTF-8");
  }
}
