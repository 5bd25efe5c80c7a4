package dev.candor.audit.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
  @TempDir private Path root;

  private Machine machine(Map<String, String> environment) {
    return new Machine(environment, root, Path.of("/home/me/code"), "me");
  }

  private void localtime(String target) throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.createSymbolicLink(root.resolve("etc/localtime"), Path.of(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asia/Urumqi",
        ":Asia/Urumqi",
        "/usr/share/zoneinfo/Asia/Urumqi",
        "posix/Asia/Urumqi"
      })
  void theVariableCountsBeforeTheFile(String zone) throws IOException {
    localtime("/usr/share/zoneinfo/Europe/Paris");
    String given = zone.startsWith("posix") ? "/usr/share/zoneinfo/" + zone : zone;

    assertThat(machine(Map.of("TZ", given)).read("timezone", List.of()))
        .isEqualTo(new Reading.Found("timezone", "Asia/Urumqi", "TZ"));
  }

  @Test
  void theFileIsALink() throws IOException {
    localtime("../usr/share/zoneinfo/Asia/Shanghai");

    assertThat(machine(Map.of("TZ", "")).read("timezone", List.of()))
        .isEqualTo(new Reading.Found("timezone", "Asia/Shanghai", "/etc/localtime"));
  }

  @Test
  void theFileIsACopy() throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.createDirectories(root.resolve("usr/share/zoneinfo/Asia"));
    Files.writeString(root.resolve("usr/share/zoneinfo/Asia/Tokyo"), "tokyo's rules");
    Files.writeString(root.resolve("usr/share/zoneinfo/Asia/Seoul"), "seoul's rules");
    Files.writeString(root.resolve("etc/localtime"), "tokyo's rules");

    assertThat(machine(Map.of()).read("timezone", List.of()))
        .isEqualTo(new Reading.Found("timezone", "Asia/Tokyo", "/etc/localtime, by its content"));
  }

  @Test
  void aFileLikeNoOtherCannotBeRead() throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/localtime"), "mine");

    assertThat(machine(Map.of()).read("timezone", List.of()))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            reading -> assertThat(reading.why()).contains("--environment timezone="));
  }

  @Test
  void withoutAnythingItIsUtc() {
    assertThat(machine(Map.of()).read("timezone", List.of()))
        .isInstanceOfSatisfying(
            Reading.Found.class, found -> assertThat(found.levels()).containsExactly("UTC"));
  }

  /** Links of the tz database (file backward): PRC and Asia/Chongqing are Asia/Shanghai. */
  @ParameterizedTest
  @CsvSource({"PRC, Asia/Shanghai", "Asia/Chongqing, Asia/Shanghai", "Asia/Kashgar, Asia/Urumqi"})
  void anotherNameOfAZoneIsTold(String name, String zone) {
    assertThat(Machine.named(name)).containsExactly(name, zone);
  }

  @Test
  void theEndpointIsInTheVariableOfTheRecipe() {
    Machine machine = machine(Map.of("A_URL", "", "B_URL", "https://b.example.test"));

    assertThat(machine.read("endpoint", List.of("A_URL", "B_URL")))
        .isEqualTo(new Reading.Found("endpoint", "https://b.example.test", "B_URL"));
    assertThat(machine.read("endpoint", List.of("A_URL")))
        .isEqualTo(new Reading.Absent("endpoint", "A_URL"));
    assertThat(machine.read("endpoint", List.of())).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void whatIsNotReadFromMachinesIsSaid() {
    assertThat(machine(Map.of()).read("git-history", List.of()))
        .isInstanceOf(Reading.Unreadable.class);
  }
}
