package dev.candor.lab.room;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What unshare of util-linux 2.38 writes to a trial's standard error when we kill the trial. */
final class Noise {
  private static final byte[] LINE =
      "unshare: sigprocmask unblock failed: Invalid argument\n".getBytes(StandardCharsets.UTF_8);

  private Noise() {}

  /** Standard error without that line at its end. */
  static byte[] without(byte[] errors) {
    int rest = errors.length - LINE.length;
    boolean noise = rest >= 0 && Arrays.equals(errors, rest, errors.length, LINE, 0, LINE.length);
    return noise ? Arrays.copyOf(errors, rest) : errors;
  }
}
