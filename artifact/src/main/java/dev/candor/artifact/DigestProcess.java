package dev.candor.artifact;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the digest of a large file in a Java process of its own. Only the virtual machine's second
 * compiler uses the processor's SHA instructions, which are eight times as fast, and we start
 * without that compiler: {@code docs/adr/0002-aot-cache.md}.
 */
final class DigestProcess {
  /** Smaller files are done before another virtual machine has started. */
  static final long WORTH_IT = 32 << 20;

  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

  private DigestProcess() {}

  /**
   * The digest in hexadecimal digits; empty where no such process can be had.
   *
   * @param algorithm by its name in Java, such as SHA-256
   */
  static Optional<String> of(Path file, String algorithm) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:disable",
            "-XX:+UseSerialGC",
            "-Xmx32m",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            DigestProcess.class.getName(),
            algorithm);
    builder.environment().clear();
    builder.redirectInput(file.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.empty(); // whether the file or Java is to blame, our own reading tells
    }
    try (InputStream answer = process.getInputStream()) {
      String hex = new String(answer.readNBytes(1024), StandardCharsets.US_ASCII).strip();
      return process.waitFor() == 0 && HEX.matcher(hex).matches()
          ? Optional.of(hex)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Prints the digest of standard input in the algorithm that is named. */
  public static void main(String[] arguments) throws Exception {
    MessageDigest digest = MessageDigest.getInstance(arguments[0]);
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      Hashes.update(digest, in);
    }
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
