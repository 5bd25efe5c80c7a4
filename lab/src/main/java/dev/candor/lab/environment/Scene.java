package dev.candor.lab.environment;

import dev.candor.core.InputException;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomFile;
import dev.candor.lab.room.RoomPlan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A world in the making. Factors furnish it in any order, then it becomes a plan. Paths may begin
 * with {@code ~/} for the home and {@code ./} for the work folder.
 */
public final class Scene {
  /** Where the emulated world is asked for names; any address would do, since all are local. */
  public static final String NAMESERVER = "10.255.255.53";

  /** Programs that ignore the system's certificates are told of the room's authority by these. */
  private static final List<String> AUTHORITY_VARIABLES =
      List.of("NODE_EXTRA_CA_CERTS", "DENO_CERT");

  private static final List<String> BUNDLE_VARIABLES =
      List.of(
          "SSL_CERT_FILE",
          "REQUESTS_CA_BUNDLE",
          "CURL_CA_BUNDLE",
          "AWS_CA_BUNDLE",
          "GIT_SSL_CAINFO");

  String hostname = "localhost";
  String machineId = "0".repeat(32);
  String mac = "02:00:00:00:00:00";
  String user = "user";
  int uid = 1000;
  String work = "~/work";
  Optional<String> zone = Optional.empty();
  Optional<String> zoneVariable = Optional.empty();
  Optional<String> zoneFile = Optional.empty();
  URI endpoint = URI.create("https://localhost");
  final GitRepository.Settings git = new GitRepository.Settings();
  final List<String> repository = new ArrayList<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final TreeSet<String> hosts = new TreeSet<>();
  private final TreeSet<Integer> ports = new TreeSet<>();
  private final List<Fact> facts = new ArrayList<>();

  Scene() {}

  /** Sets an environment variable; the last one counts. */
  public void variable(String name, String value) {
    variables.put(name, value);
  }

  /** What an environment variable holds, if it is set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Sets a variable that stands for nothing but itself. */
  void named(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf(0) >= 0 || value.indexOf(0) >= 0) {
      throw new InputException("not the name or value of an environment variable: " + name);
    }
    variable(name, value);
    fact("variable name", name);
    fact("variable " + name, value);
  }

  /** Puts a file there. */
  public void file(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Somebody is there. */
  void service(URI address) {
    hosts.add(address.getHost());
    ports.add(Addresses.port(address));
  }

  /** States something that is so here. What is too short to be told from chance is left out. */
  void fact(String factor, String value) {
    if (Fact.isTelling(value)) {
      facts.add(new Fact(factor, value));
    }
  }

  /** Where the tool is told that the model is, without a slash at the end. */
  public String endpoint() {
    return endpoint.toString();
  }

  public String home() {
    return "/home/" + user;
  }

  /** Hosts that this world calls by name or number. */
  public List<String> hosts() {
    return List.copyOf(hosts);
  }

  /** Ports that this world calls beside the usual ones. */
  public List<Integer> ports() {
    return List.copyOf(ports);
  }

  /**
   * A path in the room.
   *
   * @param path absolute, or with {@code ~/} or {@code ./} in front
   */
  public String absolute(String path) {
    if (path.startsWith("~/")) {
      return home() + path.substring(1);
    }
    return path.startsWith("./") ? absolute(work) + path.substring(1) : path;
  }

  /** What a program is to be recognised by, wherever it is sent; complete when all is furnished. */
  public List<Fact> facts() {
    List<Fact> all = new ArrayList<>(facts);
    all.add(new Fact("home", home()));
    all.add(new Fact("workdir", absolute(work)));
    repository().commit().ifPresent(commit -> all.add(new Fact("git-history", commit)));
    return all;
  }

  private GitRepository repository() {
    return GitRepository.of(git, repository);
  }

  /**
   * The plan of a trial in this world.
   *
   * @param path folders of programs, in front of the system's
   * @throws InputException if a level cannot be had in a room
   */
  public RoomPlan plan(
      List<RoomPlan.Bind> binds, List<String> path, List<String> command, Bounds bounds) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "PATH",
        String.join(":", path) + (path.isEmpty() ? "" : ":") + "/usr/local/bin:/usr/bin:/bin");
    all.put("HOME", home());
    all.put("USER", user);
    all.put("LOGNAME", user);
    all.put("SHELL", "/bin/sh");
    AUTHORITY_VARIABLES.forEach(name -> all.put(name, RoomPlan.AUTHORITY_FILE));
    BUNDLE_VARIABLES.forEach(name -> all.put(name, RoomPlan.BUNDLE_FILE));
    zoneVariable.or(() -> zone).ifPresent(name -> all.put("TZ", name));
    all.putAll(variables);
    try {
      return new RoomPlan(
          hostname,
          machineId,
          new RoomPlan.Card(mac, "192.168.77.23"),
          new RoomPlan.User(user, uid, home()),
          absolute(work),
          roomFiles(),
          binds,
          all,
          zoneFile.or(() -> zone),
          List.of("127.0.0.1 localhost", "::1 localhost", "127.0.1.1 " + hostname),
          Optional.of(NAMESERVER),
          Optional.empty(),
          bounds,
          command,
          "");
    } catch (IllegalArgumentException e) {
      throw new InputException("This environment cannot be made: " + e.getMessage(), e);
    }
  }

  private List<RoomFile> roomFiles() {
    List<RoomFile> all = new ArrayList<>();
    files.forEach((path, bytes) -> all.add(new RoomFile(absolute(path), bytes, false)));
    GitRepository made = repository();
    made.files()
        .forEach((path, bytes) -> all.add(new RoomFile(absolute("./" + path), bytes, false)));
    return all;
  }
}
