package dev.candor.lab.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel can execute, told by a file's first bytes (execve(2)). */
enum Program {
  /** Machine code: ELF, of whatever kind. */
  BINARY,
  /** Text whose first line names its interpreter. */
  SCRIPT;

  static Optional<Program> of(byte[] head) {
    if (head.length >= 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F') {
      return Optional.of(BINARY);
    }
    return head.length >= 2 && head[0] == '#' && head[1] == '!'
        ? Optional.of(SCRIPT)
        : Optional.empty();
  }

  static Optional<Program> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(4));
    }
  }
}
