package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.lab.room.RoomCommand.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan may say, and how it travels. */
final class RoomPlanTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "relative",
        "/a/../b",
        "/a/./b",
        "/a//b",
        "/a/",
        "/",
        "/usr/x",
        "/etc",
        "/proc/1",
        "/a\nb"
      })
  void refusesAPlaceOutsideTheRoomsFreeFolders(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomPlan.Bind("/host", path));
  }

  @Test
  void refusesAUserThatWouldAddALineToPasswd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoomPlan.User("a:b", 1000, "/home/a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoomPlan.User("a\nb", 1000, "/home/a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomPlan.User("root", 0, "/root"));
  }

  @Test
  void refusesAZoneThatLeavesItsFolder() {
    Plan plan = new Plan();
    plan.zone = Optional.of("../../etc/shadow");
    assertThatIllegalArgumentException().isThrownBy(() -> plan.sh("true"));
  }

  @Test
  void aPlanTravelsAsItIs() throws Exception {
    Plan plan = new Plan();
    plan.zone = Optional.of("Asia/Urumqi");
    plan.binds.add(new RoomPlan.Bind("/srv/a b", "/opt/c"));
    plan.variables.put("X", "\u02BC\n");
    RoomPlan sent = plan.sh("echo", "one", "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RoomWire.send(sent, new DataOutputStream(bytes));

    RoomPlan received =
        RoomWire.receivePlan(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(received).usingRecursiveComparison().isEqualTo(sent);
  }

  @Test
  void aResultTravelsAsItIs() throws Exception {
    RoomResult sent =
        new RoomResult(
            RoomResult.End.TIME, 137, new byte[] {1}, new byte[0], Duration.ofNanos(5), 6, 7);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RoomWire.send(sent, new DataOutputStream(bytes));

    assertThat(
            RoomWire.receiveResult(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .usingRecursiveComparison()
        .isEqualTo(sent);
  }

  @Test
  void neverWritesTheHighestProcessIdWhereItIsTheHosts() {
    RoomPlan plan = new Plan().sh("true");
    Path script = Path.of("/s");
    assertThat(new RoomCommand(plan, Kernel.parse("6.13.9-1-amd64")).words(script, Path.of("/t")))
        .containsSequence("/s", "/t", "-");
    assertThat(new RoomCommand(plan, Kernel.parse("6.14.0")).words(script, Path.of("/t")))
        .containsSequence("/s", "/t", "501");
    assertThat(new RoomCommand(plan, Kernel.parse("5.10.0-8")).words(script, Path.of("/t")))
        .noneMatch(word -> word.startsWith("--nproc"));
    assertThat(new RoomCommand(plan, Kernel.parse("odd")).words(script, Path.of("/t")))
        .containsSequence("/s", "/t", "-");
  }

  @Test
  void aBindKeepsTheFlagsThatItMayNotTake() {
    MountTable table =
        MountTable.parse(
            """
            22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            23 22 0:30 / /srv/a\\040b rw,noexec - tmpfs x rw
            24 23 0:31 / /srv/a\\040b/c rw,nosuid - tmpfs x rw
            """);

    assertThat(table.readOnly("/usr")).isEqualTo("ro,nosuid,nodev");
    assertThat(table.readOnly("/srv/a b/x")).isEqualTo("ro,nosuid,nodev,noexec");
    assertThat(table.below("/srv/a b"))
        .containsExactly(new MountTable.Mounted("/srv/a b/c", Set.of("rw", "nosuid")));
  }

  @Test
  void fstabWordsHoldEveryPath() {
    assertThat(FstabWords.encode("/a b\t#\\")).isEqualTo("/a\\040b\\011\\043\\134");
    assertThat(List.of("/a b", "/plain", "/back\\slash"))
        .allMatch(path -> FstabWords.decode(FstabWords.encode(path)).equals(path));
  }

  @Test
  void usageCountsWhatNoFileBacks() {
    assertThat(
            Usage.parse(
                "Name:\ta\nRssAnon:\t  100 kB\nRssFile:\t 900 kB\nRssShmem:\t 4 kB\nThreads:\t7\n"))
        .isEqualTo(new Usage(104 << 10, 7));
  }
}
