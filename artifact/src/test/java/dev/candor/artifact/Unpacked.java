package dev.candor.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one walk gave: every file with its bytes, and the notes. */
record Unpacked(List<String> paths, List<byte[]> bodies, List<String> notes) {
  static final Limits SMALL = new Limits(1000, 200 << 20, 100 << 20, 200, 3, 200);

  static Unpacked of(Path path) {
    return of(path, SMALL);
  }

  static Unpacked of(Path path, Limits limits) {
    List<String> paths = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    List<String> notes =
        Unpacking.walk(
            path,
            "",
            limits,
            entry -> {
              paths.add(entry.path());
              bodies.add(entry.content().bytes(0, entry.content().size()));
            });
    return new Unpacked(paths, bodies, notes);
  }

  static Unpacked of(byte[] archive) {
    return of(archive, SMALL);
  }

  static Unpacked of(byte[] archive, Limits limits) {
    try {
      Path file = Files.createTempFile("unpacked", ".bin");
      try {
        Files.write(file, archive);
        return of(file, limits);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    return new String(bodies.get(paths.indexOf(path)), StandardCharsets.UTF_8);
  }
}
