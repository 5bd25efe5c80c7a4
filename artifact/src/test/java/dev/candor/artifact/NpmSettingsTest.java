package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmSettingsTest {
  private Machine machine;

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root);
  }

  private String registry() {
    return NpmSettings.gather(machine.surroundings()).text("registry").orElse("none");
  }

  @Test
  void nearerPlacesWin() {
    Path global = machine.home.resolve("global/npmrc");
    machine.variables.put("npm_config_globalconfig", global.toString());
    assertThat(registry()).isEqualTo("none");
    Machine.write(global, "registry=http://global.example.test/");
    assertThat(registry()).isEqualTo("http://global.example.test/");
    machine.withNpmrc("registry=http://user.example.test/");
    assertThat(registry()).isEqualTo("http://user.example.test/");
    Machine.write(machine.folder.resolve(".npmrc"), "registry=http://project.example.test/");
    assertThat(registry()).isEqualTo("http://project.example.test/");
    machine.variables.put("NPM_CONFIG_REGISTRY", "http://variable.example.test/");
    assertThat(registry()).isEqualTo("http://variable.example.test/");
    machine.npm = Optional.of(Map.of("registry", List.of("http://npm.example.test/")));
    assertThat(registry()).isEqualTo("http://npm.example.test/");
  }

  @Test
  void theProjectIsTheNearestFolderWithAPackage() throws IOException {
    Machine.write(machine.folder.resolve("package.json"), "{}");
    Machine.write(machine.folder.resolve(".npmrc"), "registry=http://project.example.test/");
    Path inner = Files.createDirectories(machine.folder.resolve("src/deep"));
    Surroundings deep = new Surroundings(Map.of(), machine.home, inner, () -> Optional.empty());
    NpmSettings settings = NpmSettings.gather(deep);
    assertThat(settings.text("registry")).contains("http://project.example.test/");
    assertThat(settings.project()).contains(machine.folder.resolve(".npmrc"));
  }

  @Test
  void variablesOfAnyCaseAreSettings() {
    machine.variables.put("Npm_Config_Https_Proxy", "http://proxy.example.test:8080");
    machine.variables.put("npm_config_//example.test/:_authToken", "secret");
    NpmSettings settings = NpmSettings.gather(machine.surroundings());
    assertThat(settings.text("https-proxy")).contains("http://proxy.example.test:8080");
    assertThat(new Credentials(settings).authorization(URI.create("https://example.test/x")))
        .contains("Bearer secret");
  }

  @Test
  void theUserFileMayLieElsewhere() {
    Path other = machine.home.resolve("other.npmrc");
    Machine.write(other, "registry=http://other.example.test/");
    machine.npm = Optional.of(Map.of("userconfig", List.of(other.toString())));
    assertThat(registry()).isEqualTo("http://other.example.test/");
  }

  @Test
  void npmsAnswerDoesNotReplaceSecretsThatItHides() {
    machine.withNpmrc("//example.test/:_authToken=secret");
    machine.npm = Optional.of(Map.of("//example.test/:_authToken", List.of("(protected)")));
    NpmSettings settings = NpmSettings.gather(machine.surroundings());
    assertThat(new Credentials(settings).authorization(URI.create("https://example.test/")))
        .contains("Bearer secret");
  }

  @Test
  void aRegistryNamedByTheProjectIsNoted() {
    Machine.write(machine.folder.resolve(".npmrc"), "registry=http://project.example.test/");
    assertThat(NpmConfig.load(machine.surroundings(), Optional.empty()).notes())
        .containsExactly("a registry is named by " + machine.folder.resolve(".npmrc"));
    URI own = URI.create("http://own.example.test");
    assertThat(NpmConfig.load(machine.surroundings(), Optional.of(own)).notes()).isEmpty();
  }

  @Test
  void npmsAnswerIsReadWithListsAndWithoutNulls() {
    byte[] json =
        """
        {"registry": "http://npm.example.test/", "proxy": null, "strict-ssl": false,
         "noproxy": ["a.example.test", "b.example.test"], "ca": [], "fetch-retries": 2,
         "versions": {"node": "1"}}
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(NpmCommand.read(json))
        .isEqualTo(
            Map.of(
                "registry", List.of("http://npm.example.test/"),
                "strict-ssl", List.of("false"),
                "noproxy", List.of("a.example.test", "b.example.test"),
                "fetch-retries", List.of("2")));
    assertThat(NpmCommand.read("npm ERR!".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void npmIsNotLookedForInTheWorkingFolder() throws IOException {
    Path npm = machine.folder.resolve("npm");
    Files.writeString(npm, "#!/bin/sh\necho '{\"registry\": \"http://evil.example.test/\"}'\n");
    assertThat(npm.toFile().setExecutable(true)).isTrue();
    assertThat(NpmCommand.settings(Map.of("PATH", ".:"), machine.folder)).isEmpty();
    assertThat(NpmCommand.settings(Map.of("PATH", machine.folder.toString()), machine.folder))
        .contains(Map.of("registry", List.of("http://evil.example.test/")));
  }

  @Test
  void aRegistryKeepsItsPathAndLosesItsLogin() {
    assertThat(NpmConfig.checked(URI.create("HTTPS://user:pw@Example.TEST:8443/api/npm")))
        .isEqualTo(URI.create("https://example.test:8443/api/npm/"));
  }

  @Test
  void aRegistryThatIsNoAddressIsRefusedWithoutShowingIt() {
    machine.withNpmrc("registry=http://user:pw word@example.test/");
    NpmConfig config = NpmConfig.load(machine.surroundings(), Optional.empty());
    assertThatThrownBy(() -> config.registryOf().apply("tool"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("npm config get registry")
        .hasMessageNotContaining("pw");
  }
}
