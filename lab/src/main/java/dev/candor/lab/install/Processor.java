package dev.candor.lab.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What this machine's processor can do, as far as packages differ in it. */
final class Processor {
  private static final Pattern AVX2 = Pattern.compile("(?m)^flags\\s*:.*\\bavx2\\b");

  private Processor() {}

  /** Whether programs must be built for older x64 processors; Bun calls that baseline. */
  static boolean needsBaseline() {
    if (!System.getProperty("os.arch", "").equals("amd64")) {
      return false;
    }
    try {
      return !AVX2.matcher(Files.readString(Path.of("/proc/cpuinfo"))).find();
    } catch (IOException e) {
      return false;
    }
  }
}
