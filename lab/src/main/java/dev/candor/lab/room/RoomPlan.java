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
 * @param card the network card that programs see beside loopback
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
    Card card,
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
    return with(Optional.of(certificates), command);
  }

  /** The same plan with another command. */
  public RoomPlan running(List<String> other) {
    return with(authority, other);
  }

  private RoomPlan with(Optional<String> trusted, List<String> run) {
    return new RoomPlan(
        hostname,
        machineId,
        card,
        user,
        work,
        files,
        binds,
        variables,
        zone,
        hosts,
        nameserver,
        trusted,
        bounds,
        run,
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
   * A network card. Where the system has no kind of it that users may make, programs see the
   * address on loopback, and no number.
   *
   * @param mac the number of the card, as {@code 02:5e:7a:31:c4:0d}; its last bit is 0, since the
   *     other end of its cable has the next one
   * @param address IPv4, of a network of 256 addresses
   */
  public record Card(String mac, String address) {
    private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f][02468ace]");
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");

    public Card {
      require(MAC.matcher(mac).matches(), "not the even number of a network card: " + mac);
      require(IPV4.matcher(address).matches(), "not an IPv4 address: " + address);
    }

    String network() {
      return address.substring(0, address.lastIndexOf('.')) + ".0/24";
    }

    String otherEnd() {
      int last = Integer.parseInt(mac.substring(mac.length() - 2), 16);
      return mac.substring(0, mac.length() - 2) + "%02x".formatted(last + 1);
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
