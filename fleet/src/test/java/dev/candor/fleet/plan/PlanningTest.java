package dev.candor.fleet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.fleet.check.Checking;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.catalogue.Catalogue;
import dev.candor.policy.PolicyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Engine ENGINE = new Engine("1", "25");

  private static Plan plan(String root, String replacement, Installation... installations) {
    Inventory inventory =
        new Inventory(
            "laptop",
            "",
            NOON,
            "/",
            List.of(installations),
            List.of(),
            List.of(),
            List.of(),
            ENGINE);
    Checking checking =
        new Checking(
            PolicyFile.parse(
                    "p.yaml",
                    """
                    schema: candor/policy/v1
                    zone: UTC
                    rules: [{id: a, product: "*", action: deny, reason: r, replacement: %s}]
                    """
                        .formatted(replacement))
                .inForce(Map.of()),
            NOON,
            0,
            false);
    checking.accept(inventory);
    return Planning.of(
        checking.result(ENGINE, NOON),
        inventory,
        Path.of(root),
        Path.of(root, "q"),
        Catalogue.supplied(),
        ENGINE,
        NOON);
  }

  private static Installation at(Means means, String purl, String version, String place) {
    return new Installation(
        "heron", purl, Optional.of(version), means, place, List.of(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "NPM; pkg:npm/%40a/heron; /usr/lib/node_modules/@a/heron; npm uninstall --global --prefix /usr @a/heron; npm install --global --prefix /usr @a/heron@1.5.0",
        "NPM; pkg:npm/heron; /srv/app/node_modules/heron; npm uninstall --prefix /srv/app heron; npm install --prefix /srv/app heron@1.5.0",
        "PNPM; pkg:npm/heron; /home/a/.local/share/pnpm/global/5/node_modules/heron; pnpm remove --global heron; pnpm add --global heron@1.5.0",
        "PNPM; pkg:npm/heron; /srv/app/node_modules/heron; pnpm --dir /srv/app remove heron; pnpm --dir /srv/app add heron@1.5.0",
        "YARN; pkg:npm/heron; /home/a/.config/yarn/global/node_modules/heron; yarn global remove heron; yarn global add heron@1.5.0",
        "BUN; pkg:npm/heron; /home/a/.bun/install/global/node_modules/heron; bun remove --global heron; bun add --global heron@1.5.0",
        "PIPX; pkg:pypi/heron; /home/a/.local/pipx/venvs/heron/lib/python3.13/site-packages/heron-1.5.0.dist-info; pipx uninstall heron; pipx install heron==1.5.0",
        "UV; pkg:pypi/heron; /home/a/.local/share/uv/tools/heron/lib/python3.13/site-packages/heron-1.5.0.dist-info; uv tool uninstall heron; uv tool install heron==1.5.0",
        "PIP; pkg:pypi/heron; /srv/env/lib/python3.13/site-packages/heron-1.5.0.dist-info; /srv/env/bin/python3.13 -m pip uninstall --yes heron; /srv/env/bin/python3.13 -m pip install heron==1.5.0",
        "HOMEBREW; pkg:brew/heron; /opt/homebrew/Cellar/heron/1.5.0; brew uninstall --formula heron; ''",
        "HOMEBREW; pkg:brew/heron; /opt/homebrew/Caskroom/heron/1.5.0; brew uninstall --cask heron; ''",
        "DEBIAN; pkg:deb/debian/heron; /var/lib/dpkg/status; apt-get remove --yes heron; apt-get install --yes --allow-downgrades heron=1.5.0",
        "VSCODE_EXTENSION; pkg:vscode-extension/a/heron; /home/a/.vscode/extensions/a.heron-1.5.0; code --extensions-dir /home/a/.vscode/extensions --uninstall-extension a.heron; code --extensions-dir /home/a/.vscode/extensions --install-extension a.heron@1.5.0",
      })
  void eachIsRemovedByWhatInstalledIt(
      Means means, String purl, String place, String command, String undo) {
    Step step = plan("/", "pkg:cargo/x", at(means, purl, "1.5.0", place)).steps().getFirst();

    assertThat(String.join(" ", step.command())).isEqualTo(command);
    assertThat(String.join(" ", step.undo())).isEqualTo(undo);
  }

  @Test
  void anExecutableIsMovedAway() {
    Step step =
        plan("/r", "heron", at(Means.EXECUTABLE, "pkg:npm/heron", "1.5.0", "/opt/my tool"))
            .steps()
            .getFirst();

    assertThat(step.command())
        .startsWith("mv", "-n", "-T", "--", "/r/opt/my tool")
        .last()
        .asString()
        .matches("/r/q/[0-9a-f]{12}-my tool");
    assertThat(step.undo()).endsWith("/r/opt/my tool");
  }

  @Test
  void theReplacementComesOnceAndBesideWhatItReplaces() {
    Plan plan =
        plan(
            "/r",
            "qodercli",
            at(Means.NPM, "pkg:npm/heron", "1.5.0", "/usr/lib/node_modules/heron"),
            at(Means.NPM, "pkg:npm/egret", "1.5.0", "/usr/lib/node_modules/egret"));

    assertThat(plan.steps())
        .extracting(step -> String.join(" ", step.command()))
        .containsExactly(
            "npm uninstall --global --prefix /r/usr heron",
            "npm uninstall --global --prefix /r/usr egret",
            "npm install --global --prefix /r/usr @qoder-ai/qodercli");
    assertThat(plan.byHand()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:pypi/heron@2.0, pipx install heron==2.0",
    "pkg:deb/debian/heron, apt-get install --yes heron",
    "pkg:brew/heron, brew install heron",
    "pkg:npm/heron@2.0.0, npm install --global heron@2.0.0",
  })
  void aReplacementOfAnotherKindIsInstalledByItsOwnManager(String wanted, String command) {
    assertThat(
            plan("/", wanted, at(Means.EXECUTABLE, "pkg:npm/x", "1.5.0", "/opt/x"))
                .steps()
                .getLast()
                .command())
        .isEqualTo(List.of(command.split(" ")));
  }

  /** Somebody may have written anything into an inventory. */
  @ParameterizedTest
  @CsvSource({
    "pkg:npm/--global, /usr/lib/node_modules/--global",
    "pkg:npm/heron, /usr/lib/node_modules/../heron",
    "pkg:npm/heron, usr/lib/node_modules/heron",
    "pkg:npm/heron, /usr/lib/node_modules/egret",
    "pkg:pypi/heron, /usr/lib/node_modules/heron",
    "pkg:npm/a%20b, /usr/lib/node_modules/a b",
    "heron, /usr/lib/node_modules/heron",
  })
  void whatCouldBeTakenForAnythingElseMakesNoCommand(String purl, String place) {
    Plan plan = plan("/", "egret", at(Means.NPM, purl, "1.5.0", place));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.byHand()).hasSize(1);
  }

  @Test
  void aVersionThatLooksLikeAnOptionIsNotPutBack() {
    assertThat(
            plan("/", "x", at(Means.NPM, "pkg:npm/heron", "1 --x", "/usr/lib/node_modules/heron"))
                .steps()
                .getFirst()
                .undo())
        .isEmpty();
  }

  /** A program of an image is none to run here. */
  @ParameterizedTest
  @ValueSource(strings = {"PIP", "PIPX", "UV", "HOMEBREW"})
  void belowARootNothingOfItIsRun(Means means) {
    Plan plan =
        plan(
            "/r",
            "pkg:pypi/egret",
            at(means, "pkg:pypi/heron", "1.5.0", "/e/lib/python3.13/site-packages/h.dist-info"));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.byHand().getFirst()).contains("remove it by hand");
  }
}
