package dev.candor.lab.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a trial uses now.
 *
 * @param memory bytes of anonymous and shared pages, counted in each process that has them
 * @param threads of all its processes
 */
record Usage(long memory, int threads) {

  /** Reads the {@code /proc} that the trial itself sees: exactly its processes are in there. */
  static Usage of(long init) {
    long memory = 0;
    int threads = 0;
    Path proc = Path.of("/proc/" + init + "/root/proc");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[1-9]*")) {
      for (Path process : entries) {
        Usage one = read(process.resolve("status"));
        memory += one.memory;
        threads += one.threads;
      }
    } catch (IOException | DirectoryIteratorException e) {
      return new Usage(memory, threads); // it is over
    }
    return new Usage(memory, threads);
  }

  private static Usage read(Path status) {
    try {
      return parse(Files.readString(status, java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (IOException | UncheckedIOException e) {
      return new Usage(0, 0); // this process ended meanwhile
    }
  }

  static Usage parse(String status) {
    long kilobytes = 0;
    int threads = 0;
    for (String line : status.lines().toList()) {
      if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
        kilobytes += number(line);
      } else if (line.startsWith("Threads:")) {
        threads = (int) number(line);
      }
    }
    return new Usage(kilobytes << 10, threads);
  }

  /** Bytes that the host could still give without swapping; very many where it does not tell. */
  static long available() {
    try {
      return Files.readString(Path.of("/proc/meminfo"))
          .lines()
          .filter(line -> line.startsWith("MemAvailable:"))
          .findFirst()
          .map(line -> number(line) << 10)
          .orElse(Long.MAX_VALUE);
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The number of a line as in {@code RssAnon: 1234 kB}. */
  private static long number(String line) {
    String digits = line.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
