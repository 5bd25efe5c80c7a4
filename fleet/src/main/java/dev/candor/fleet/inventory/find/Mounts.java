package dev.candor.fleet.inventory.find;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * File systems below a root that are not gone into: those that the kernel makes up, and those that
 * another machine or a program answers for, which may be large, slow, or never answer.
 */
final class Mounts {
  private static final Set<String> KERNEL =
      Set.of(
          "proc",
          "sysfs",
          "devtmpfs",
          "devpts",
          "cgroup",
          "cgroup2",
          "debugfs",
          "tracefs",
          "securityfs",
          "pstore",
          "bpf",
          "mqueue",
          "configfs",
          "hugetlbfs",
          "efivarfs",
          "binfmt_misc",
          "rpc_pipefs",
          "fusectl",
          "nsfs",
          "selinuxfs");

  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb3",
          "smbfs",
          "9p",
          "ceph",
          "glusterfs",
          "lustre",
          "afs",
          "ncpfs",
          "autofs",
          "davfs",
          "gpfs",
          "beegfs",
          "orangefs",
          "virtiofs");

  /** Where a machine has no list of mounts. */
  private static final Map<String, String> USUAL =
      Map.of("/proc", why("proc"), "/sys", why("sysfs"), "/dev", why("devtmpfs"));

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private Mounts() {}

  /** Places below a root and why they are left out, by this machine's list of mounts. */
  static Map<String, String> skipped(Path root) {
    try {
      return skipped(
          root, Files.readAllLines(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return root.equals(root.getRoot()) ? USUAL : Map.of();
    }
  }

  /**
   * @param root without links
   * @param lines as proc_pid_mountinfo(5) describes them
   */
  static Map<String, String> skipped(Path root, List<String> lines) {
    Map<String, String> all = new HashMap<>();
    if (root.equals(root.getRoot())) {
      all.put("/dev", "holds devices, not gone into");
    }
    for (String line : lines) {
      String[] fields = line.split(" ", -1);
      int dash = List.of(fields).indexOf("-");
      if (dash > 5 && dash + 1 < fields.length) {
        Path point = Path.of(unescaped(fields[4]));
        Optional<String> why = reason(fields[dash + 1]);
        if (point.startsWith(root) && !point.equals(root) && why.isPresent()) {
          all.put("/" + root.relativize(point), why.get());
        }
      }
    }
    return all;
  }

  private static Optional<String> reason(String type) {
    boolean ofProgram = type.startsWith("fuse.");
    return KERNEL.contains(type) || NETWORK.contains(type) || ofProgram
        ? Optional.of(why(type))
        : Optional.empty();
  }

  private static String why(String type) {
    if (KERNEL.contains(type)) {
      return "the kernel's (" + type + "), not gone into";
    }
    return NETWORK.contains(type)
        ? "on another machine (" + type + "), not gone into"
        : "a program answers for it (" + type + "), not gone into";
  }

  private static String unescaped(String text) {
    return OCTAL
        .matcher(text)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                Character.toString(Integer.parseInt(found.group(1), 8))));
  }
}
