package dev.candor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the launcher among programs that only note how they were called. */
final class Sandbox {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "find",
          "readlink",
          "dirname",
          "mkdir",
          "touch",
          "rm",
          "mv",
          "mktemp",
          "cat",
          "grep",
          "tail",
          "sleep",
          "stty",
          "env");

  private static final String MAVEN =
      """
      #!/bin/sh
      echo built >>builds
      sleep "${FAKE_BUILD_SECONDS:-0}"
      if [ "${FAKE_BUILD_STATUS:-0}" != 0 ]; then
        echo '[ERROR] no such symbol'
        exit 1
      fi
      mkdir -p cli/target/lib
      : >cli/target/candor-cli-1.jar
      : >cli/target/lib/library-1.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      linking=${FAKE_LINKING_STATUS:-0}
      for option in "$@"; do
        case $option in
          -XX:-AOTClassLinking) linking=0 ;;
          -XX:AOTCacheOutput=*)
            [ "${FAKE_TRAINING_STATUS:-0}" = 0 ] && [ "$linking" = 0 ] || exit 1
            echo cache >"${option#*=}"
            ;;
          -Dcandor.sandbox.aot-output=*)
            echo cache >"${option#*=}"
            exit 0
            ;;
        esac
      done
      echo "java=$0"
      echo "LC_ALL=${LC_ALL:-}"
      printf 'argument=%s\\n' "$@"
      exit "${FAKE_JAVA_STATUS:-0}"
      """;

  private final Path home;
  private final Path tools;
  private final Path jdks;
  private final Map<String, String> environment = new HashMap<>();

  private Sandbox(Path base) {
    home = base.resolve("project");
    tools = base.resolve("tools");
    jdks = base.resolve("jdks");
  }

  static Sandbox in(Path base) throws IOException {
    Sandbox box = new Sandbox(base);
    box.copyLauncher();
    Files.createDirectories(box.tools);
    Files.createDirectories(box.jdks);
    for (String tool : TOOLS) {
      program(box.tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(whereIs(tool)));
    }
    program(box.tools.resolve("mvn"), MAVEN);
    box.environment.putAll(
        Map.of(
            "PATH", box.tools.toString(),
            "HOME", base.toString(),
            "TMPDIR", base.toString(),
            "CANDOR_JDK_ROOTS", box.jdks.toString()));
    return box;
  }

  Path home() {
    return home;
  }

  Path tools() {
    return tools;
  }

  Sandbox set(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** Makes something that looks like a JDK, in a folder relative to the usual ones. */
  Path jdk(String folder, String version) throws IOException {
    Path jdk = jdks.resolve(folder).normalize();
    program(jdk.resolve("bin/java"), JAVA);
    program(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(
        jdk.resolve("release"),
        """
        IMPLEMENTOR="Some Vendor"
        JAVA_RUNTIME_VERSION="%1$s+1"
        JAVA_VERSION="%1$s"
        """
            .formatted(version));
    return jdk;
  }

  void link(String tool, Path target) throws IOException {
    Files.createSymbolicLink(tools.resolve(tool), target);
  }

  long builds() throws IOException {
    try (Stream<String> lines = Files.lines(home.resolve("builds"))) {
      return lines.count();
    }
  }

  Outcome candor(String... arguments) throws IOException, InterruptedException {
    return outcome(start(arguments));
  }

  Outcome run(Path folder, List<String> command) throws IOException, InterruptedException {
    return outcome(start(folder, command));
  }

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("candor").toString()));
    command.addAll(List.of(arguments));
    return start(home.resolveSibling("tools"), command);
  }

  private Process start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Outcome outcome(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private void copyLauncher() throws IOException {
    Files.createDirectories(home.resolve("launcher"));
    Files.copy(PROJECT.resolve("candor"), home.resolve("candor"));
    try (Stream<Path> scripts = Files.list(PROJECT.resolve("launcher"))) {
      for (Path script : scripts.toList()) {
        Files.copy(script, home.resolve("launcher").resolve(script.getFileName()));
      }
    }
    Files.createDirectories(home.resolve("cli/src/main/java"));
    Files.writeString(home.resolve("cli/src/main/java/A.java"), "");
    Files.writeString(home.resolve("pom.xml"), "");
  }

  private static Path whereIs(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** How a run of the launcher ended. */
  record Outcome(int status, String out, String err) {
    /** The folder of the JDK that was started. */
    Path javaHome() {
      return Path.of(values("java=").getFirst()).resolve("../..").normalize();
    }

    List<String> arguments() {
      return values("argument=");
    }

    String classPath() {
      return arguments().get(arguments().indexOf("-cp") + 1);
    }

    private List<String> values(String prefix) {
      List<String> values =
          out.lines()
              .filter(line -> line.startsWith(prefix))
              .map(line -> line.substring(prefix.length()))
              .toList();
      if (values.isEmpty()) {
        throw new AssertionError("java was not started: " + err);
      }
      return values;
    }
  }
}
