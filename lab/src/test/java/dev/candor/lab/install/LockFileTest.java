package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.artifact.Platform;
import dev.candor.core.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockFileTest {
  private static final Platform LINUX = Platform.parse("linux-x64");

  private static LockFile.Selection select(String packages, boolean baseline) {
    return new LockFile("{\"lockfileVersion\": 3, \"packages\": {%s}}".formatted(packages))
        .select(LINUX, baseline);
  }

  private static List<String> locations(String packages) {
    return select(packages, false).packages().stream().map(LockFile.Locked::location).toList();
  }

  @Test
  void looksPackagesUpAsNodeDoes() {
    assertThat(
            locations(
                """
                "": {"dependencies": {"a": "1"}},
                "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "2", "c": "1"}},
                "node_modules/a/node_modules/b": {"version": "2.0.0", "dependencies": {"c": "1"}},
                "node_modules/b": {"version": "1.0.0"},
                "node_modules/c": {"version": "1.0.0", "peerDependencies": {"a": "1"}}
                """))
        .containsExactly("node_modules/a", "node_modules/a/node_modules/b", "node_modules/c");
  }

  @Test
  void leavesOutWhatOnlyOtherPlatformsNeed() {
    assertThat(
            locations(
                """
                "": {"dependencies": {"a": "1"}},
                "node_modules/a": {"version": "1.0.0",
                  "optionalDependencies": {"a-wasm": "1", "a-win": "1", "a-musl": "1", "a-gnu": "1"}},
                "node_modules/a-wasm": {"version": "1.0.0", "optional": true, "cpu": ["wasm32"],
                  "dependencies": {"runtime": "1"}},
                "node_modules/runtime": {"version": "1.0.0", "optional": true},
                "node_modules/a-win": {"version": "1.0.0", "optional": true, "os": "win32"},
                "node_modules/a-musl": {"version": "1.0.0", "os": ["linux"], "libc": ["musl"]},
                "node_modules/a-gnu": {"version": "1.0.0", "os": ["linux"], "libc": ["glibc"]}
                """))
        .containsExactly("node_modules/a", "node_modules/a-gnu");
  }

  @Test
  void takesTheBuildThatTheProcessorCanRun() {
    String packages =
        """
        "": {"optionalDependencies": {"t-linux-x64": "1", "t-linux-x64-baseline": "1",
          "t-linux-x64-musl": "1", "t-linux-x64-cli": "1"}},
        "node_modules/t-linux-x64": {"version": "1.0.0", "os": ["linux"], "cpu": ["x64"]},
        "node_modules/t-linux-x64-cli": {"version": "1.0.0", "os": ["linux"], "cpu": ["x64"]},
        "node_modules/t-linux-x64-musl": {"version": "1.0.0", "os": ["linux"], "cpu": ["x64"]},
        "node_modules/t-linux-x64-baseline": {"version": "1.0.0", "os": ["linux"], "cpu": ["x64"]}
        """;
    assertThat(select(packages, false).packages())
        .extracting(LockFile.Locked::location)
        .containsExactly("node_modules/t-linux-x64", "node_modules/t-linux-x64-cli");
    assertThat(select(packages, true).packages())
        .extracting(LockFile.Locked::location)
        .containsExactly("node_modules/t-linux-x64-baseline", "node_modules/t-linux-x64-cli");
    assertThat(select(packages, false).notes()).anyMatch(note -> note.contains("t-linux-x64-musl"));
  }

  @Test
  void knowsTheRealNameBehindAnAlias() {
    LockFile.Locked locked =
        select(
                """
                "": {"dependencies": {"@o/codex-linux-x64": "npm:@o/codex@0.1.0-linux-x64"}},
                "node_modules/@o/codex-linux-x64": {"name": "@o/codex",
                  "version": "0.1.0-linux-x64", "integrity": "sha512-x", "hasInstallScript": true}
                """,
                false)
            .packages()
            .getFirst();
    assertThat(locked.reference().purl()).isEqualTo("pkg:npm/%40o/codex@0.1.0-linux-x64");
    assertThat(locked.integrity()).contains("sha512-x");
    assertThat(locked.installScript()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node_modules/../../up",
        "node_modules/a/../../../up",
        "/etc",
        "node_modules//a",
        "node_modules/.bin",
        "node_modules/a/node_modules",
        "lib",
        "node_modules/a\\\\b",
      })
  void refusesAPlaceOutside(String location) {
    assertThatThrownBy(() -> locations("\"\": {}, \"" + location + "\": {\"version\": \"1.0.0\"}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("outside");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"1.0.0\", \"resolved\": \"git+ssh://git@example.test/a.git#0123\"}",
        "{\"version\": \"1.0.0\", \"resolved\": \"https://example.test/a.tgz\"}",
        "{\"link\": true, \"resolved\": \"../a\"}",
        "{}",
      })
  void refusesWhatComesFromElsewhere(String entry) {
    assertThatThrownBy(() ->
            locations("\"\": {\"dependencies\": {\"a\": \"1\"}}, \"node_modules/a\": " + entry))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dependency a comes from");
  }

  @Test
  void refusesANeededPackageThatIsNotForThisPlatform() {
    assertThatThrownBy(() ->
            locations(
                """
                "": {"dependencies": {"a": "1"}},
                "node_modules/a": {"version": "1.0.0", "os": ["darwin"]}
                """))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a@1.0.0 is not made for linux-x64");
  }

  @Test
  void refusesWhatIsNoLockFile() {
    assertThatThrownBy(() -> new LockFile("<html>")).isInstanceOf(InputException.class);
    assertThat(new LockFile("{}").select(LINUX, false).packages()).isEmpty();
  }
}
