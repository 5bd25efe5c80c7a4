package dev.candor.lab.room;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Writes the room's {@code /etc}: made from the plan but for a few files that name no machine. */
record Etc(RoomPlan plan) {
  private static final Path ZONES = Path.of("/usr/share/zoneinfo");

  /** Where distributions keep the certificates they trust; the first that exists is copied. */
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  /** The same on every machine of a distribution, and needed to start programs or find services. */
  private static final List<String> COPIED =
      List.of(
          "ld.so.cache", "ld.so.conf", "services", "protocols", "ssl/openssl.cnf", "mime.types");

  void write(Path etc) throws IOException {
    RoomPlan.User user = plan.user();
    Files.createDirectories(etc);
    Files.writeString(etc.resolve("hostname"), plan.hostname() + "\n");
    Files.writeString(etc.resolve("machine-id"), plan.machineId() + "\n");
    Files.writeString(
        etc.resolve("passwd"),
        """
        root:x:0:0:root:/root:/bin/sh
        %s:x:%d:%d:%s:%s:/bin/sh
        nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
        """
            .formatted(user.name(), user.uid(), user.uid(), user.name(), user.home()));
    Files.writeString(
        etc.resolve("group"),
        "root:x:0:\n%s:x:%d:\nnogroup:x:65534:\n".formatted(user.name(), user.uid()));
    Files.writeString(
        etc.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
    Files.writeString(etc.resolve("hosts"), lines(plan.hosts()));
    Files.writeString(
        etc.resolve("resolv.conf"),
        lines(plan.nameserver().map(address -> "nameserver " + address).stream().toList()));
    for (String name : COPIED) {
      Path of = Path.of("/etc").resolve(name);
      if (Files.isRegularFile(of) && Files.isReadable(of)) {
        Files.createDirectories(etc.resolve(name).getParent());
        Files.write(etc.resolve(name), Files.readAllBytes(of));
      }
    }
    if (Files.exists(Path.of("/usr/lib/os-release"))) {
      Files.createSymbolicLink(etc.resolve("os-release"), Path.of("/usr/lib/os-release"));
    }
    Files.createSymbolicLink(etc.resolve("mtab"), Path.of("/proc/mounts"));
    if (plan.zone().isPresent()) {
      zone(etc, plan.zone().get());
    }
    trust(etc);
  }

  private static void zone(Path etc, String zone) throws IOException {
    if (!Files.isRegularFile(ZONES.resolve(zone))) {
      throw new InputException(
          "%s has no time zone %s; install the package tzdata, or choose another zone"
              .formatted(ZONES, zone));
    }
    // A link, as people have it: programs read the zone's name from where it leads.
    Files.createSymbolicLink(etc.resolve("localtime"), ZONES.resolve(zone));
    Files.writeString(etc.resolve("timezone"), zone + "\n");
  }

  private void trust(Path etc) throws IOException {
    Path bundle = etc.resolve(RoomPlan.BUNDLE_FILE.substring("/etc/".length()));
    Files.createDirectories(bundle.getParent());
    Optional<Path> host = BUNDLES.stream().filter(Files::isReadable).findFirst();
    Files.write(bundle, host.isPresent() ? Files.readAllBytes(host.get()) : new byte[0]);
    Files.writeString(
        bundle, plan.authority().map(pem -> "\n" + pem).orElse(""), StandardOpenOption.APPEND);
    if (plan.authority().isPresent()) {
      Path alone = etc.resolve(RoomPlan.AUTHORITY_FILE.substring("/etc/".length()));
      Files.writeString(alone, plan.authority().get());
    }
    for (String other :
        List.of("ssl/cert.pem", "ssl/ca-bundle.pem", "pki/tls/certs/ca-bundle.crt")) {
      Path link = etc.resolve(other);
      Files.createDirectories(link.getParent());
      if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link, Path.of(RoomPlan.BUNDLE_FILE));
      }
    }
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
