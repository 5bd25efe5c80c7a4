package dev.candor.lab.room;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Whether this system lets us make a closed room, and if not, what to change. */
public final class Namespaces {
  private static final List<String> PROGRAMS =
      List.of("setsid", "unshare", "setpriv", "prlimit", "mount", "umount", "pivot_root", "ip");

  private Namespaces() {}

  /**
   * What a system is like.
   *
   * @param linux whether it is Linux at all
   * @param root whether we are root
   * @param missing programs that are needed and not there
   * @param unprivilegedClone {@code kernel.unprivileged_userns_clone} (Debian's), where it exists
   * @param apparmor {@code kernel.apparmor_restrict_unprivileged_userns} (Ubuntu's), where it
   *     exists
   * @param most {@code user.max_user_namespaces}, where it exists
   * @param said what the attempt wrote, empty before it
   */
  public record Facts(
      boolean linux,
      boolean root,
      List<String> missing,
      OptionalLong unprivilegedClone,
      OptionalLong apparmor,
      OptionalLong most,
      String said) {
    public Facts {
      missing = List.copyOf(missing);
    }

    /** Those of this system. */
    public static Facts here(String said) {
      return new Facts(
          System.getProperty("os.name", "").equals("Linux"),
          "root".equals(System.getProperty("user.name")),
          PROGRAMS.stream().filter(program -> !exists(program)).toList(),
          number("/proc/sys/kernel/unprivileged_userns_clone"),
          number("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"),
          number("/proc/sys/user/max_user_namespaces"),
          said);
    }

    private static boolean exists(String program) {
      return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
          .anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static OptionalLong number(String setting) {
      try {
        return OptionalLong.of(Long.parseLong(Files.readString(Path.of(setting)).strip()));
      } catch (IOException | NumberFormatException e) {
        return OptionalLong.empty();
      }
    }
  }

  /**
   * What stands in the way, as a sentence that names the setting and the remedy. Settings that only
   * may stand in the way count once an attempt has failed.
   */
  public static Optional<String> obstacle(Facts facts) {
    if (!facts.linux()) {
      return Optional.of(
          "the closed room is made of Linux namespaces; run Candor on Linux, or in a virtual machine"
              + " with Linux");
    }
    if (!facts.missing().isEmpty()) {
      return Optional.of(
          "the closed room needs %s; install the packages util-linux and iproute2 (iproute)"
              .formatted(String.join(", ", facts.missing())));
    }
    if (is(facts.most(), 0)) {
      return Optional.of(
          "user namespaces are switched off (user.max_user_namespaces = 0); allow them with: sysctl -w"
              + " user.max_user_namespaces=10000");
    }
    if (!facts.root() && is(facts.unprivilegedClone(), 0)) {
      return Optional.of(
          "only root may make user namespaces (kernel.unprivileged_userns_clone = 0); allow them with:"
              + " sysctl -w kernel.unprivileged_userns_clone=1, or run Candor as root");
    }
    return facts.said().isEmpty() ? Optional.empty() : afterAttempt(facts);
  }

  private static Optional<String> afterAttempt(Facts facts) {
    String said = facts.said();
    if (said.contains("unrecognized option") || said.contains("invalid option")) {
      return Optional.of(
          "unshare or setpriv is too old; the closed room needs util-linux 2.38 or later: " + said);
    }
    boolean refused = said.contains("not permitted") || said.contains("denied");
    if (refused && !facts.root() && is(facts.apparmor(), 1)) {
      return Optional.of(
          "AppArmor keeps users from user namespaces (kernel.apparmor_restrict_unprivileged_userns ="
              + " 1); allow them with: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or"
              + " with an AppArmor profile for unshare that has the rule 'userns,'");
    }
    if (refused && said.contains("mount") && said.contains("proc")) {
      return Optional.of(
          "this system hides parts of /proc, as containers do, so no new one can be mounted; start the"
              + " container with /proc unmasked (podman: --security-opt unmask=ALL; docker:"
              + " --security-opt systempaths=unconfined), or run Candor outside it: "
              + said);
    }
    if (refused) {
      return Optional.of(
          "the system refuses namespaces, perhaps by a seccomp filter of the container that this is;"
              + " allow unshare and mount there (docker: --security-opt seccomp=unconfined), or run"
              + " Candor outside it: "
              + said);
    }
    if (said.contains("No space left")) {
      return Optional.of(
          "there are too many namespaces; raise user.max_user_namespaces, now %d: %s"
              .formatted(facts.most().orElse(0), said));
    }
    return Optional.empty();
  }

  private static boolean is(OptionalLong setting, long value) {
    return setting.isPresent() && setting.getAsLong() == value;
  }
}
