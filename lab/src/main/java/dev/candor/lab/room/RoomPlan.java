package dev.candor.lab.room;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the world of one trial looks like. All of it is made up; nothing is taken from the host but
 * what {@code binds} names and the programs of its system folders.
 *
 * @param hostname as {@code gethostname} tells it
 * @param machineId the 32 lower-case hexadecimal digits of {@code /etc/machine-id}
 * @param user who runs the tool
 * @param work the folder in which the tool starts, absolute; it can be written
 * @param files files that are there at the start, below the home, the work folder or {@code /tmp}
 * @param binds folders and files of the host that can be read, and not written
 * @param variables the tool's whole environment
 * @param zone what {@code /etc/localtime} links to, as in {@code Asia/Shanghai}; without it there
 *     is no such file, which programs take for UTC
 * @param hosts lines of {@code /etc/hosts}
 * @param nameserver the address in {@code /etc/resolv.conf}
 * @param authority certificates (PEM) to trust beside those that the host trusts
 * @param bounds what the trial may use
 * @param command the program and its arguments; a name without a slash is looked up in PATH
 * @param input what the tool reads on its standard input, as text
 */
public record RoomPlan(
    String hostname,
    String machineId,
    User user,
    String work,
    List<RoomFile> files,
    List<Bind> binds,
    Map<String, String> variables,
    Optional<String> zone,
    List<String> hosts,
    Optional<String> nameserver,
    Optional<String> authority,
    Bounds bounds,
    List<String> command,
    String input) {

  /** In each room: all certificates to trust, the host's and the plan's. */
  public static final String BUNDLE_FILE = "/etc/ssl/certs/ca-certificates.crt";

  /** In a room whose plan has an authority: that alone. */
  public static final String AUTHORITY_FILE = "/etc/ssl/local-authority.pem";

  private static final Pattern HOSTNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");
  private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final Pattern VARIABLE = Pattern.compile("[^=\\x00]+");

  public RoomPlan {
    files = List.copyOf(files);
    binds = List.copyOf(binds);
    variables = Map.copyOf(variables);
    hosts = List.copyOf(hosts);
    command = List.copyOf(command);
    require(HOSTNAME.matcher(hostname).matches(), "not a host name: " + hostname);
    require(MACHINE_ID.matcher(machineId).matches(), "not a machine id: " + machineId);
    require(zone.isEmpty() || ZONE.matcher(zone.get()).matches(), "not a time zone: " + zone);
    require(
        nameserver.isEmpty() || ADDRESS.matcher(nameserver.get()).matches(),
        "not an address: " + nameserver);
    RoomPath.check(work);
    require(RoomPath.writable(work), "not a work folder: " + work);
    require(
        hosts.stream().allMatch(line -> line.chars().noneMatch(c -> c == '\n' || c == 0)),
        "a line of the hosts file holds a line break");
    require(
        variables.entrySet().stream()
            .allMatch(v -> VARIABLE.matcher(v.getKey()).matches() && v.getValue().indexOf(0) < 0),
        "an environment variable holds a null character, or its name is empty or holds '='");
    require(
        !command.isEmpty() && command.stream().allMatch(word -> word.indexOf(0) < 0),
        "no command, or a null character in it");
    String home = user.home();
    for (RoomFile file : files) {
      require(
          RoomPath.below(file.path(), work)
              || RoomPath.below(file.path(), home)
              || RoomPath.below(file.path(), "/tmp"),
          "a file outside home, work folder and /tmp: " + file.path());
    }
  }

  /** Reads what {@link #toBytes} wrote. */
  public static RoomPlan ofBytes(byte[] bytes) throws IOException {
    return RoomWire.receivePlan(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** For another process of the same build. */
  public byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RoomWire.send(this, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** The same plan, trusting these certificates (PEM) too. */
  public RoomPlan trusting(String certificates) {
    return new RoomPlan(
        hostname,
        machineId,
        user,
        work,
        files,
        binds,
        variables,
        zone,
        hosts,
        nameserver,
        Optional.of(certificates),
        bounds,
        command,
        input);
  }

  /**
   * The user of a trial.
   *
   * @param name as in {@code /etc/passwd}
   * @param uid 1 to 65533, for the group too
   * @param home its folder, absolute; empty at the start but for {@link RoomPlan#files}
   */
  public record User(String name, int uid, String home) {
    public User {
      require(
          !name.isBlank() && name.chars().noneMatch(c -> c == ':' || c == '/' || c < ' '),
          "not a user name: " + name);
      require(uid > 0 && uid < 65534, "not a user id (1 to 65533): " + uid);
      RoomPath.check(home);
      require(RoomPath.writable(home) && home.indexOf(':') < 0, "not a home folder: " + home);
    }
  }

  /**
   * A folder or file of the host, seen in the room but not to be written there.
   *
   * @param host where it is on the host
   * @param room where it is in the room, absolute, outside the system folders
   */
  public record Bind(String host, String room) {
    public Bind {
      RoomPath.check(host);
      RoomPath.check(room);
      require(RoomPath.writable(room), "a system folder cannot be covered: " + room);
    }
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
