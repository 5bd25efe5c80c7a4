package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as proc_pid_mountinfo(5) has them. */
class MountsTest {
  private static final List<String> LINES =
      List.of(
          "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw",
          "23 22 0:21 / /proc rw - proc proc rw",
          "24 22 0:22 / /home\\040net rw shared:3 master:1 - nfs4 server:/home rw",
          "25 22 0:23 / /mnt/ssh rw - fuse.sshfs a@b: rw",
          "26 22 254:2 / /data rw - xfs /dev/vdb rw",
          "27 26 0:24 / /data/image/sys rw - sysfs sysfs rw",
          "broken line");

  @Test
  void leavesOutWhatTheKernelOtherMachinesAndProgramsAnswerFor() {
    assertThat(Mounts.skipped(Path.of("/"), LINES))
        .hasSize(5)
        .containsEntry("/proc", "the kernel's (proc), not gone into")
        .containsEntry("/home net", "on another machine (nfs4), not gone into")
        .containsEntry("/mnt/ssh", "a program answers for it (fuse.sshfs), not gone into")
        .containsEntry("/dev", "holds devices, not gone into")
        .containsKey("/data/image/sys");
  }

  @Test
  void onlyWhatLiesBelowTheRootCounts() {
    assertThat(Mounts.skipped(Path.of("/data/image"), LINES)).containsOnlyKeys("/sys");
    assertThat(Mounts.skipped(Path.of("/mnt/ssh"), LINES)).isEmpty();
  }
}
