package dev.candor.lab.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which telling words stand in a package: in what its users read, and in what it runs, machine code
 * included. Read, not run; bounded.
 *
 * @param read how often each stands in the read-me
 * @param run how often each stands in programs
 */
record PackageWords(Map<String, Integer> read, Map<String, Integer> run) {
  private static final long MOST_BYTES = 512L << 20;
  private static final long MOST_README = 1 << 20;
  private static final int BLOCK = 1 << 20;
  private static final int OVERLAP = 256;

  PackageWords {
    read = Map.copyOf(read);
    run = Map.copyOf(run);
  }

  /**
   * @param folders of packages; the first one's read-me counts
   * @param telling what to look for
   */
  static PackageWords in(List<Path> folders, List<String> telling) throws IOException {
    Map<String, Integer> read = new TreeMap<>();
    Map<String, Integer> run = new TreeMap<>();
    long left = MOST_BYTES;
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        long size = Files.size(file);
        if (name.startsWith("readme")) {
          if (folder.equals(folders.getFirst()) && size <= MOST_README) {
            count(file, telling, read);
          }
        } else if (size <= left && isProgram(name, file)) {
          left -= size;
          count(file, telling, run);
        }
      }
    }
    return new PackageWords(read, run);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file))
          .filter(file -> !folder.relativize(file).startsWith("node_modules"))
          .sorted()
          .toList();
    }
  }

  private static boolean isProgram(String name, Path file) {
    return name.matches(".*\\.[cm]?js") || (name.indexOf('.') < 0 && Files.isExecutable(file));
  }

  // ISO 8859-1 keeps bytes apart whatever they are; what is looked for is ASCII.
  private static void count(Path file, List<String> telling, Map<String, Integer> counts)
      throws IOException {
    byte[] block = new byte[OVERLAP + BLOCK];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.readNBytes(block, 0, BLOCK); got > 0; ) {
        int length = kept + got;
        boolean last = got < BLOCK;
        int end = last ? length : length - OVERLAP;
        String text = new String(block, 0, length, StandardCharsets.ISO_8859_1);
        for (String word : telling) {
          for (int at = text.indexOf(word); at >= 0 && at < end; ) {
            counts.merge(word, 1, Integer::sum);
            at = text.indexOf(word, at + 1);
          }
        }
        if (last) {
          return;
        }
        System.arraycopy(block, length - OVERLAP, block, 0, OVERLAP);
        kept = OVERLAP;
        got = in.readNBytes(block, kept, BLOCK);
      }
    }
  }

  int inReadMe(String word) {
    return read.getOrDefault(word, 0);
  }

  int inPrograms(String word) {
    return run.getOrDefault(word, 0);
  }

  boolean has(String word) {
    return inReadMe(word) + inPrograms(word) > 0;
  }
}
