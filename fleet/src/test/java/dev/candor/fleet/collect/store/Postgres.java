package dev.candor.fleet.collect.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, unpacked from a jar that only tests have. It refuses to be root: where these
 * tests are, it runs in a user namespace in which they are somebody else.
 */
public final class Postgres implements AutoCloseable {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String ARCHIVE_ARM = "/postgres-linux-arm_64.txz";
  private static final int PATIENCE_SECONDS = 60;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private final int port;
  private Process server;

  private Postgres(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    unpack();
    run(
        "bin/initdb",
        "-D",
        "data",
        "-U",
        "candor",
        "-A",
        "trust",
        "--no-sync",
        "-E",
        "UTF8",
        "--locale=C");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = start();
  }

  /**
   * @param folder an empty one
   */
  public static Postgres in(Path folder) throws IOException, InterruptedException {
    return new Postgres(folder);
  }

  private void unpack() throws IOException, InterruptedException {
    Path archive = folder.resolve("postgres.txz");
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    try (InputStream in = Postgres.class.getResourceAsStream(arm ? ARCHIVE_ARM : ARCHIVE)) {
      assertThat(in).as("the archive of PostgreSQL for this machine").isNotNull();
      Files.copy(in, archive);
    }
    Process tar =
        new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).as("tar and xz unpack PostgreSQL").isZero();
  }

  private Process start() throws IOException, InterruptedException {
    Process process =
        command(
                "bin/postgres",
                "-D",
                "data",
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=")
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers()) {
      assertThat(process.isAlive()).as(log()).isTrue();
      assertThat(System.nanoTime()).as("in time: " + log()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return process;
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(address("postgres"))) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    assertThat(command(command).start().waitFor()).as(log()).isZero();
  }

  private ProcessBuilder command(String... command) {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"));
    }
    words.addAll(List.of(command));
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  private String log() throws IOException {
    Path log = folder.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "no log";
  }

  /** The address of a new and empty database. */
  public String database() throws SQLException {
    String name = "candor" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(address("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return address(name);
  }

  private String address(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=candor".formatted(port, database);
  }

  /** Ends all its processes at once, as a power cut does, and starts it anew. */
  public void crash() throws IOException, InterruptedException {
    List<ProcessHandle> children = server.descendants().toList();
    server.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle child : children) {
      child.onExit().join();
    }
    server = start();
  }

  @Override
  public void close() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    server.onExit().join();
  }
}
