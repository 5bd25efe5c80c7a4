package dev.candor.lab.room;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a keeper: a Java in a user namespace, where it may open {@link Rooms}. */
public final class KeeperCommand {
  /**
   * No argument becomes script text; {@code $1} is where the memory goes, the rest is run. Java
   * makes sockets of IPv6 only if it finds an address of it when it starts, hence the loopback.
   */
  private static final String SCRIPT =
      "ip link set lo up && mount -t tmpfs -o mode=700,nosuid,nodev keeper \"$1\" && shift && exec \"$@\"";

  private KeeperCommand() {}

  /**
   * A builder with an empty environment but for PATH. The process is to end when its input ends;
   * all that it started ends with it.
   *
   * @param main a class with a {@code main}, on this process's class path
   * @param arguments for it
   */
  public static ProcessBuilder of(Class<?> main, List<String> arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                // No terminal of ours: a tool could type into it.
                "setsid",
                "unshare",
                "--user",
                "--map-root-user",
                "--net",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "sh",
                "-c",
                SCRIPT,
                "keeper"));
    words.add(Rooms.MEMORY);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(main.getName());
    words.addAll(arguments);
    return bare(words);
  }

  /** A builder whose process finds the system's programs, and has no other variable. */
  static ProcessBuilder bare(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear(); // a trial could not read it, but it need not be there
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    return builder;
  }
}
