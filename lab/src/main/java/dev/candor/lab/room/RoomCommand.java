package dev.candor.lab.room;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command lines of a trial: its namespaces, and the tool with its last rights taken. */
record RoomCommand(RoomPlan plan, Kernel kernel) {
  /** Linux keeps the ids below for its own start, so they do not count. */
  private static final int RESERVED_IDS = 300;

  /** The smallest page of any machine; shared memory is counted in pages. */
  static final int PAGE = 4096;

  /** A version of Linux. */
  record Kernel(int major, int minor) {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    static Kernel parse(String release) {
      Matcher matcher = VERSION.matcher(release);
      return matcher.matches()
          ? new Kernel(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
          : new Kernel(0, 0);
    }

    private boolean atLeast(int wantedMajor, int wantedMinor) {
      return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }

    /** Before, all processes of the host's user were counted, with whatever else that user runs. */
    boolean countsProcessesByNamespace() {
      return atLeast(5, 14);
    }

    /** Before, writing the highest process id would have changed the host's. */
    boolean hasProcessIdsByNamespace() {
      return atLeast(6, 14);
    }
  }

  List<String> words(Path script, Path stage) {
    List<String> words =
        new ArrayList<>(
            List.of(
                // A session is scheduled as one, so that a crowd in it leaves the keeper its share.
                "setsid",
                "unshare",
                "--user",
                "--map-root-user",
                "--net",
                "--mount",
                "--pid",
                "--uts",
                "--ipc",
                "--fork",
                "--kill-child",
                "sh",
                script.toString(),
                stage.toString()));
    words.add(
        kernel.hasProcessIdsByNamespace()
            ? Integer.toString(RESERVED_IDS + plan.bounds().processes() + 1)
            : "-");
    // Shared memory of System V belongs to no process once it is detached, so the kernel bounds it.
    words.add(Long.toString(plan.bounds().disk() / PAGE));
    words.add(plan.work());
    words.addAll(tool());
    return List.copyOf(words);
  }

  private List<String> tool() {
    Bounds bounds = plan.bounds();
    List<String> words = new ArrayList<>(List.of("prlimit", "--core=0"));
    words.add("--nofile=" + bounds.openFiles());
    words.add("--fsize=" + bounds.fileSize());
    if (kernel.countsProcessesByNamespace()) {
      words.add("--nproc=" + bounds.processes());
    }
    int uid = plan.user().uid();
    words.addAll(
        List.of(
            // Capabilities are kept over this step only so that the next can empty the bounding
            // set.
            "unshare",
            "--user",
            "--map-user=" + uid,
            "--map-group=" + uid,
            "--keep-caps",
            "setpriv",
            "--no-new-privs",
            "--bounding-set=-all",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            "env",
            "-i"));
    plan.variables().forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(plan.command());
    return words;
  }
}
