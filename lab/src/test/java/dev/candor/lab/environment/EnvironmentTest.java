package dev.candor.lab.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomFile;
import dev.candor.lab.room.RoomPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
  @Test
  void everyBaseLevelMakesAPlanWithItsFactInIt() {
    RoomPlan plan = plan(Environment.base());

    assertThat(plan.hostname()).isEqualTo("wrenfield-4c1d");
    assertThat(plan.user()).isEqualTo(new RoomPlan.User("quillon", 1473, "/home/quillon"));
    assertThat(plan.work()).isEqualTo("/home/quillon/src/marrow-lantern");
    assertThat(plan.zone()).contains("America/St_Johns");
    assertThat(plan.variables())
        .containsEntry("TZ", "America/St_Johns")
        .containsEntry("LANG", "en_NZ.UTF-8")
        .containsEntry("USER", "quillon")
        .doesNotContainKeys("HTTPS_PROXY", "CI", "EDITOR");
  }

  @Test
  void noFactOfTheBaseIsPartOfAnother() {
    List<Fact> facts = Environment.base().scene().facts();
    for (Fact one : facts) {
      for (Fact other : facts) {
        boolean related =
            one.factor().equals(other.factor())
                || List.of("home", "workdir").contains(one.factor())
                || List.of("variable name").contains(one.factor())
                // a repository is named like its folder
                || one.factor().equals("git-remote") && other.factor().equals("workdir");
        if (!related) {
          assertThat(one.value()).doesNotContain(other.value());
        }
      }
    }
  }

  /** Newfoundland is three and a half hours behind Greenwich, two and a half in summer. */
  @Test
  void theOffsetOfTheZoneIsAFactToo() {
    assertThat(Environment.base().scene().facts())
        .anyMatch(f -> f.factor().equals("timezone") && f.value().matches("-0[23]:30"));
  }

  @Test
  void theZoneIsInTheVariableAndInTheFileUnlessTheyAreSetApart() {
    RoomPlan apart =
        plan(
            Environment.base()
                .with("timezone", "Asia/Shanghai")
                .with("timezone-file", "Europe/Berlin"));

    assertThat(apart.variables()).containsEntry("TZ", "Asia/Shanghai");
    assertThat(apart.zone()).contains("Europe/Berlin");
  }

  @Test
  void aProxyIsInAllVariablesThatProgramsKnow() {
    RoomPlan plan = plan(Environment.base().with("proxy", "proxy.example.test:3128"));

    for (String name : List.of("HTTPS_PROXY", "http_proxy", "ALL_PROXY")) {
      assertThat(plan.variables()).containsEntry(name, "http://proxy.example.test:3128");
    }
    assertThat(Environment.base().with("proxy", "proxy.example.test:3128").scene().ports())
        .containsExactly(443, 3128);
  }

  @Test
  void theHomeFollowsTheUser() {
    RoomPlan plan = plan(Environment.base().with("username", "bo"));

    assertThat(plan.variables()).containsEntry("HOME", "/home/bo").containsEntry("USER", "bo");
    assertThat(plan.work()).isEqualTo("/home/bo/src/marrow-lantern");
  }

  @Test
  void theRepositoryIsOneThatGitReads(@TempDir Path folder) throws Exception {
    Environment environment = Environment.base().with("git-history", "First light\nSecond light");
    write(plan(environment), folder);

    try (Git git = Git.open(folder.toFile())) {
      List<RevCommit> commits = list(git);
      assertThat(commits)
          .extracting(RevCommit::getFullMessage)
          .containsExactly("Second light", "First light");
      assertThat(commits.getFirst().getAuthorIdent().getEmailAddress())
          .isEqualTo("tamsin@okoro-vale.example.org");
      assertThat(git.getRepository().getBranch()).isEqualTo("harbour-lights");
      assertThat(git.getRepository().getConfig().getString("remote", "origin", "url"))
          .isEqualTo("https://git.kestrel-yard.example.org/vale/marrow-lantern.git");
      Status status = git.status().call();
      assertThat(status.isClean()).isTrue();
      assertThat(environment.scene().facts())
          .contains(new Fact("git-history", commits.getFirst().getName()));
    }
  }

  private static List<RevCommit> list(Git git) throws Exception {
    ArrayList<RevCommit> commits = new ArrayList<>();
    git.log().call().forEach(commits::add);
    return commits;
  }

  private static void write(RoomPlan plan, Path folder) throws Exception {
    for (RoomFile file : plan.files()) {
      if (file.path().startsWith(plan.work() + "/")) {
        Path path = folder.resolve(file.path().substring(plan.work().length() + 1));
        Files.createDirectories(path.getParent());
        Files.write(path, file.bytes());
      }
    }
  }

  @Test
  void withoutHistoryThereIsNoRepository() {
    RoomPlan plan = plan(Environment.base().with("git-history", "none"));

    assertThat(plan.files()).noneMatch(file -> file.path().contains("/.git/"));
    assertThat(plan.files()).anyMatch(file -> file.path().endsWith("/src/osprey_ledger.py"));
  }

  @Test
  void theIdentityIsInTheUsersConfiguration() {
    RoomPlan plan = plan(Environment.base().with("git-identity", "Jo Ward <jo@example.test>"));

    assertThat(plan.files())
        .filteredOn(file -> file.path().equals("/home/quillon/.gitconfig"))
        .extracting(file -> new String(file.bytes(), UTF_8))
        .containsExactly("[user]\n\tname = Jo Ward\n\temail = jo@example.test\n");
  }

  @Test
  void aVariableOfOnesOwnIsAFactor() {
    Environment environment = Environment.base().with("variable:COLOUR", "teal-9231");

    assertThat(plan(environment).variables()).containsEntry("COLOUR", "teal-9231");
    assertThat(environment.differing()).isEqualTo(Map.of("variable:COLOUR", "teal-9231"));
    assertThat(environment.scene().facts()).contains(new Fact("variable COLOUR", "teal-9231"));
  }

  @ParameterizedTest
  @CsvSource({
    "colour, red, There is no factor colour",
    "timezone, Mars/Olympus, There is no time zone Mars/Olympus",
    "endpoint, ftp://x, endpoint cannot be ftp://x",
    "endpoint, 'a b', endpoint cannot be a b",
    "endpoint, https://x?y=z, endpoint cannot be",
    "proxy, ://, proxy cannot be",
    "git-identity, nobody, 'git-identity cannot be nobody; give NAME <MAIL>'",
    "repository, ../x, repository cannot hold",
    "uid, me, uid cannot be me",
    "variable:A=B, c, not the name",
  })
  void refusesWhatIsNoLevelAndSaysWhatIs(String factor, String level, String message) {
    assertThatThrownBy(() -> Environment.base().with(factor, level))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "hostname, 'a b'",
    "machine-id, xyz",
    "network-interfaces, none",
    "uid, 0",
    "username, 'a/b'",
    "workdir, /etc/x",
    "workdir, relative"
  })
  void refusesALevelThatNoRoomCanHave(String factor, String level) {
    Environment environment = Environment.base().with(factor, level);
    assertThatThrownBy(() -> plan(environment))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be made");
  }

  private static RoomPlan plan(Environment environment) {
    return environment.scene().plan(List.of(), List.of(), List.of("true"), Bounds.DEFAULT);
  }
}
