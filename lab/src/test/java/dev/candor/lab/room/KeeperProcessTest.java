package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.artifact.FolderTree;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeeperProcessTest extends KeptRooms {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final String marker = "marker-" + UUID.randomUUID();

  @Test
  void killingTheHostsProcessEndsEverything() throws Exception {
    Process host = host(List.of(), System.getProperty("java.class.path"), HOLD);
    await(true);
    assertThat(host.isAlive()).isTrue();

    host.destroyForcibly().waitFor(); // SIGKILL

    await(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aSignalToTheHostsProcessEndsEverything(String signal) throws Exception {
    Process host = host(List.of(), System.getProperty("java.class.path"), HOLD);
    await(true);

    new ProcessBuilder("kill", "-" + signal, Long.toString(host.pid())).start().waitFor();

    host.waitFor();
    await(false);
  }

  @Test
  void killingTheKeeperEndsItsTrials() throws Exception {
    KeeperProcess keeper = KeeperProcess.start();
    CompletableFuture<String> trial = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        trial.complete(keeper.run(new Plan().sh(HOLD, marker)).toString());
      } catch (Exception e) {
        trial.complete(e.toString());
      }
    });
    await(true);

    keeper.process().destroyForcibly(); // SIGKILL

    await(false);
    assertThat(trial.get(20, TimeUnit.SECONDS)).contains("the keeper of the closed room ended");
    keeper.close();
  }

  @Test
  void closingTheKeeperEndsItsTrials() throws Exception {
    KeeperProcess keeper = KeeperProcess.start();
    Thread trial =
        Thread.startVirtualThread(() -> {
          try {
            keeper.run(new Plan().sh(HOLD, marker));
          } catch (IOException e) {
            assertThat(e).hasMessageContaining("ended");
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    await(true);

    keeper.close();

    assertThat(processesWith(marker)).isEmpty();
    assertThat(keeper.process().isAlive()).isFalse();
    trial.join();
  }

  @Test
  void interruptingACallerEndsItsTrial() throws Exception {
    Thread trial =
        Thread.startVirtualThread(() -> {
          try {
            run(new Plan().sh(HOLD, marker));
          } catch (Exception e) {
            assertThat(e).isInstanceOf(InterruptedException.class);
          }
        });
    await(true);

    trial.interrupt();

    trial.join();
    await(false);
  }

  @Test
  void aRoomIsMadeWithoutRoot(@TempDir Path folder) throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "these tests run without root");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> classPath = new ArrayList<>();
    for (Class<?> type :
        List.of(RoomHost.class, Room.class, FolderTree.class, InputException.class)) {
      Path from = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path to = folder.resolve(classPath.size() + "-" + from.getFileName());
      copy(from, to);
      classPath.add(to.toString());
    }
    Process host =
        host(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
            String.join(":", classPath),
            "id -u; grep CapEff /proc/self/status | cut -f2; touch ~/a && echo wrote");

    assertThat(text(host.getInputStream().readAllBytes()))
        .isEqualTo("1234\n0000000000000000\nwrote\n");
  }

  @Test
  void aPlanThatWantsWhatIsNotThereIsRefused() {
    Plan plan = new Plan();
    plan.binds.add(new RoomPlan.Bind("/nonexistent-" + marker, "/opt/a"));

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run(plan.sh("true"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/nonexistent-" + marker);
  }

  /** Tells nothing and stays, whatever signal comes. */
  private static final String HOLD = "trap '' TERM HUP INT; while :; do sleep 1; done";

  private Process host(List<String> before, String classPath, String script) throws IOException {
    List<String> words = new ArrayList<>(before);
    words.addAll(List.of(JAVA, "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    words.addAll(List.of(RoomHost.class.getName(), script, marker));
    return new ProcessBuilder(words)
        .directory(Path.of("/").toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Until processes with the marker and the loop of {@link #HOLD} are there, or none are. */
  private void await(boolean there) throws Exception {
    awaitProcesses(
        marker,
        found ->
            // The command is seen first in the arguments of the room's first process, then alone.
            there
                ? found.stream().anyMatch(line -> line.startsWith("/bin/sh -c "))
                : found.isEmpty());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Path copy = from.equals(file) ? to : to.resolve(from.relativize(file).toString());
            Files.copy(file, copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
