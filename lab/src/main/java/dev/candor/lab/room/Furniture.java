package dev.candor.lab.room;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes what {@code init.sh} makes a room of: the skeleton of its root, the files that live on its
 * writable file systems, and the mounts as fstab(5). Nothing of a plan becomes script text.
 */
final class Furniture {
  /** The host's programs. Where one is a link (merged /usr), so it is in the room. */
  private static final List<String> PROGRAMS =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store");

  /** Which programs are meant by a name; no fact of the machine. */
  private static final List<String> SETTINGS = List.of("/etc/alternatives", "/etc/ld.so.conf.d");

  private static final List<String> DEVICES =
      List.of("null", "zero", "full", "random", "urandom", "tty");

  /** Settings of the kernel: a host's root owns them in any namespace, so they are read-only. */
  private static final List<String> KERNEL =
      List.of("sys", "irq", "bus", "fs", "acpi", "scsi", "driver");

  /** What a trial has no business to read or press. */
  private static final List<String> SECRET =
      List.of(
          "kcore",
          "keys",
          "key-users",
          "kmsg",
          "sysrq-trigger",
          "timer_list",
          "sched_debug",
          "latency_stats",
          "mtrr",
          "vmallocinfo",
          "slabinfo",
          "kpagecount",
          "kpageflags",
          "kpagecgroup",
          "kallsyms");

  /**
   * A unique local prefix (RFC 4193), made up: programs look for IPv6 where they have an address.
   */
  private static final String LOCAL = "fd4e:7d1a:22c9:1";

  private static final int LEAST_FILES = 16_384;

  private final RoomPlan plan;
  private final Path stage;
  private final Path skeleton;
  private final Path live;
  private final String room;
  private final MountTable host;
  private final List<String> system = new ArrayList<>();
  private final List<String> binds = new ArrayList<>();
  private final List<String> remounts = new ArrayList<>();

  /**
   * @param stage an empty folder that only we can read
   */
  Furniture(RoomPlan plan, Path stage) throws IOException {
    this.plan = plan;
    this.stage = stage;
    skeleton = stage.resolve("skeleton");
    live = stage.resolve("live");
    room = stage.resolve("room").toString();
    host = MountTable.current();
  }

  void write() throws IOException {
    for (String folder : List.of("proc", "sys", "run", "var", "root", "dev/pts", "dev/shm")) {
      Files.createDirectories(skeleton.resolve(folder));
    }
    Files.createDirectories(stage.resolve("room"));
    system.add(entry(skeleton.toString(), "", "none", "bind,ro,nosuid,nodev"));
    Files.createDirectories(live);
    Files.createSymbolicLink(skeleton.resolve("var/tmp"), Path.of("/tmp"));
    Files.createSymbolicLink(skeleton.resolve("var/run"), Path.of("/run"));
    new Etc(plan).write(skeleton.resolve("etc"));
    programs();
    devices();
    kernel();
    writable();
    files();
    binds();
    network();
    Files.writeString(stage.resolve("system"), lines(system));
    Files.writeString(stage.resolve("binds"), lines(binds));
    Files.writeString(stage.resolve("remounts"), lines(remounts));
  }

  /**
   * A pair of cards is what most systems let users make; the other end has no address. A batch goes
   * on behind what the system does not have; the second one sees to what must be.
   */
  private void network() throws IOException {
    RoomPlan.Card card = plan.card();
    String local =
        """
        link set lo up
        route replace local 0.0.0.0/0 dev lo
        route replace local %s dev lo
        """
            .formatted(card.network());
    Files.writeString(
        stage.resolve("network"),
        local
            + """
            link add eth0 address %s type veth peer name eth1 address %s
            link set eth0 addrgenmode none
            link set eth1 addrgenmode none
            addr add %s/24 dev eth0
            link set eth0 up
            link set eth1 up
            route add local ::/0 dev lo
            addr add %s::23/64 dev eth0 nodad
            route add local %s::/64 dev lo
            """
                .formatted(card.mac(), card.otherEnd(), card.address(), LOCAL, LOCAL));
    Files.writeString(
        stage.resolve("loopback"),
        "%saddr replace %s/32 dev lo\n".formatted(local, card.address()));
  }

  private void programs() throws IOException {
    for (String path : PROGRAMS) {
      Path here = Path.of(path);
      Path there = skeleton.resolve(path.substring(1));
      if (Files.isSymbolicLink(here)) {
        Files.createSymbolicLink(there, Files.readSymbolicLink(here));
      } else if (Files.isDirectory(here)) {
        Files.createDirectories(there);
        bind(system, path, path);
      }
    }
    for (String path : SETTINGS) {
      if (Files.isDirectory(Path.of(path))) {
        Files.createDirectories(skeleton.resolve(path.substring(1)));
        bind(system, path, path);
      }
    }
  }

  private void devices() throws IOException {
    Path dev = skeleton.resolve("dev");
    for (String name : DEVICES) {
      Files.createFile(dev.resolve(name));
      system.add(entry("/dev/" + name, "/dev/" + name, "none", "bind"));
    }
    system.add(entry("devpts", "/dev/pts", "devpts", "newinstance,ptmxmode=0666,mode=620"));
    Files.createSymbolicLink(dev.resolve("ptmx"), Path.of("pts/ptmx"));
    Files.createSymbolicLink(dev.resolve("fd"), Path.of("/proc/self/fd"));
    Files.createSymbolicLink(dev.resolve("stdin"), Path.of("/proc/self/fd/0"));
    Files.createSymbolicLink(dev.resolve("stdout"), Path.of("/proc/self/fd/1"));
    Files.createSymbolicLink(dev.resolve("stderr"), Path.of("/proc/self/fd/2"));
  }

  private void kernel() {
    system.add(entry("proc", "/proc", "proc", "nosuid,nodev,noexec"));
    for (String name : KERNEL) {
      if (Files.isDirectory(Path.of("/proc", name))) {
        String path = FstabWords.encode(room) + "/proc/" + name;
        system.add(path + " " + path + " none bind,ro,nosuid,nodev,noexec 0 0");
      }
    }
    for (String name : SECRET) {
      if (Files.exists(Path.of("/proc", name))) {
        system.add(entry("/dev/null", "/proc/" + name, "none", "bind"));
      }
    }
  }

  private void writable() throws IOException {
    memory("/dev/shm", "1777");
    memory("/tmp", "1777");
    String home = plan.user().home();
    if (!onMemory(home, Set.of("/tmp"))) {
      memory(home, "755");
    }
    if (!plan.work().equals(home) && !onMemory(plan.work(), Set.of("/tmp", home))) {
      memory(plan.work(), "755");
    }
  }

  private static boolean onMemory(String path, Set<String> folders) {
    return folders.stream().anyMatch(f -> path.equals(f) || RoomPath.below(path, f));
  }

  private void memory(String path, String mode) throws IOException {
    Files.createDirectories(skeleton.resolve(path.substring(1)));
    long bytes = plan.bounds().disk();
    // A file without content takes a kilobyte of the kernel's memory, which no size counts.
    long files = Math.max(LEAST_FILES, bytes / RoomCommand.PAGE);
    system.add(
        entry(
            "tmpfs",
            path,
            "tmpfs",
            "nosuid,nodev,mode=%s,size=%d,nr_inodes=%d".formatted(mode, bytes, files)));
  }

  private void files() throws IOException {
    Files.createDirectories(live.resolve(plan.work().substring(1)));
    Files.createDirectories(live.resolve(plan.user().home().substring(1)));
    Files.createDirectories(live.resolve("tmp"));
    for (RoomFile file : plan.files()) {
      Path path = live.resolve(file.path().substring(1));
      Files.createDirectories(path.getParent());
      Files.write(path, file.bytes());
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(file.executable() ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private void binds() throws IOException {
    Set<String> memory = new LinkedHashSet<>(List.of("/tmp", plan.user().home(), plan.work()));
    for (RoomPlan.Bind bind : plan.binds()) {
      Path from = Path.of(bind.host());
      if (!Files.exists(from)) {
        throw new InputException(bind.host() + " does not exist; the room was to show it");
      }
      boolean inside = onMemory(bind.room(), memory);
      Path at = (inside ? live : skeleton).resolve(bind.room().substring(1));
      if (Files.isDirectory(from)) {
        Files.createDirectories(at);
      } else if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(at.getParent());
        Files.createFile(at);
      }
      bind(binds, from.toRealPath().toString(), bind.room());
    }
  }

  private void bind(List<String> table, String from, String to) {
    table.add(entry(from, to, "none", "rbind," + host.readOnly(from)));
    for (MountTable.Mounted below : host.below(from)) {
      remounts.add("remount,bind," + MountTable.options(below));
      remounts.add(room + to + below.target().substring(from.length()));
    }
  }

  private String entry(String what, String where, String type, String options) {
    return "%s %s %s %s 0 0"
        .formatted(FstabWords.encode(what), FstabWords.encode(room + where), type, options);
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
