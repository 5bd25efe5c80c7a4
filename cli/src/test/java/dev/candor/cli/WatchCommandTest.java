package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Watches of a package in a registry on this machine, told to a receiver on this machine; its code
 * is read, and nothing is run.
 */
class WatchCommandTest {
  private static final String HOME = "user.home";

  @TempDir private Path folder;
  private final String usersHome = System.getProperty(HOME, "");
  private final String name = "watched-" + System.nanoTime();
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger answer = new AtomicInteger(200);
  private LittleRegistry registry;
  private HttpServer receiver;

  @BeforeEach
  void prepare() throws IOException {
    System.setProperty(HOME, folder.toString());
    registry = new LittleRegistry(name);
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer.get(), -1);
          }
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    registry.close();
    receiver.stop(0);
    System.setProperty(HOME, usersHome);
  }

  @Test
  void theNewestReleaseIsTheFirstThatIsLookedAt() {
    publish(0, "P");
    publish(1, "a");
    Screen screen = Screen.piped();

    assertThat(watch(screen)).isEqualTo(ExitStatus.NOTHING_COVERT);

    assertThat(screen.out()).contains(name + "@1.0.1 of 2026-04-02T00:00:00Z: absent, watched");
    assertThat(registry.files()).hasSize(1);
    assertThat(posts).isEmpty();
  }

  @Test
  void aReleaseInWhichAMechanismAppearsIsTold() {
    publish(0, "a");
    watch(Screen.piped());
    publish(1, "P");
    Screen screen = Screen.piped();

    assertThat(watch(screen)).isEqualTo(ExitStatus.COVERT);

    assertThat(screen.out())
        .contains(
            name + "@1.0.1 of 2026-04-02T00:00:00Z: present, appeared since 1.0.0\n",
            "  appeared: a covert flow; ");
    assertThat(posts)
        .singleElement()
        .asString()
        .contains("\"kind\" : \"appeared\"", "candor/watch-event/v1");
  }

  @Test
  void nothingIsToldTwice() {
    publish(0, "a");
    watch(Screen.piped());
    publish(1, "P");
    watch(Screen.piped());
    Screen screen = Screen.piped();

    assertThat(watch(screen)).isEqualTo(ExitStatus.NOTHING_COVERT);

    assertThat(screen.out()).contains("nothing new of " + name);
    assertThat(posts).hasSize(1);
  }

  @Test
  void whatVanishesIsPostedAndIsNoAlarm() {
    publish(0, "P");
    assertThat(watch(Screen.piped())).isEqualTo(ExitStatus.COVERT);
    publish(1, "a");

    assertThat(watch(Screen.piped())).isEqualTo(ExitStatus.NOTHING_COVERT);

    assertThat(posts).hasSize(2);
    assertThat(posts.getLast()).contains("\"kind\" : \"vanished\"");
  }

  @Test
  void aPostThatIsNotTakenIsKeptAndPostedAgain() {
    publish(0, "a");
    watch(Screen.piped());
    publish(1, "P");
    answer.set(503);
    Screen screen = Screen.piped();
    assertThat(watch(screen)).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.err()).contains("the webhook answered 503; event-");
    posts.clear();

    assertThat(watch(Screen.piped())).isEqualTo(ExitStatus.NOT_DONE);
    answer.set(200);
    assertThat(watch(Screen.piped())).isEqualTo(ExitStatus.NOTHING_COVERT);

    assertThat(posts).isNotEmpty().allMatch(post -> post.equals(posts.getFirst()));
    posts.clear();
    watch(Screen.piped());
    assertThat(posts).isEmpty();
  }

  @Test
  void aReleaseThatCannotBeHadIsTriedAgainAndKeepsNoOtherWaiting() {
    publish(0, "a");
    watch(Screen.piped());
    publish(1, "P");
    registry.loses("1.0.1");
    publish(2, "P");
    Screen screen = Screen.piped();
    assertThat(watch(screen)).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out()).contains("1.0.2 of", "appeared since 1.0.0");
    assertThat(screen.err()).contains("1.0.1 cannot be fetched", "it is not there (404)");
    publish(1, "P");

    assertThat(watch(Screen.piped())).isEqualTo(ExitStatus.COVERT);
  }

  @Test
  void aRegistryThatDoesNotAnswerIsATrouble() {
    publish(0, "a");
    watch(Screen.piped());
    registry.close();
    Screen screen = Screen.piped();

    assertThat(watch(screen)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err()).startsWith("candor: " + name + " cannot be fetched");
  }

  @Test
  void theStateOfSomethingElseIsLeftAsItIs() throws IOException {
    publish(0, "a");
    Path state = Files.writeString(folder.resolve("state.json"), "{\"mine\": 1}");
    Screen screen = Screen.piped();

    assertThat(watch(screen)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err()).contains("is not the state of a watch");
    assertThat(state).hasContent("{\"mine\": 1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "h", "0h", "5s", "1 h", "99999999h"})
  void whatIsNoIntervalIsRefused(String text) {
    Screen screen = Screen.piped();
    assertThat(screen.run("watch", "npm:" + name, "--interval", text))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--interval " + text + " is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--budget=9", "--seed=2", "--time=9", "--recipe=r.yaml", "--thorough"})
  void whatIsAskedOfAnAuditMakesNoSenseWhereNoneIsMade(String option) {
    Screen screen = Screen.piped();

    assertThat(watch(screen, option)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err())
        .contains("--scan-only and " + option.replaceFirst("=.*", "") + " exclude each other");
    assertThat(registry.asked).isEmpty();
  }

  private void publish(int version, String letter) {
    registry.publish("1.0." + version, day(version), TrackCommandTest.tgz(letter, version));
  }

  private static String day(int version) {
    return "2026-04-%02dT00:00:00.000Z".formatted(version + 1);
  }

  private int watch(Screen screen, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "watch",
                "npm:" + name,
                "--once",
                "--scan-only",
                "--registry",
                registry.address(),
                "--webhook",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                "--state",
                folder.resolve("state.json").toString()));
    words.addAll(Arrays.asList(options));
    return screen.run(words.toArray(String[]::new));
  }
}
