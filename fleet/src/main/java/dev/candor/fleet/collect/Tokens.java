package dev.candor.fleet.collect;

import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may send and who may read: a file with a line for each token, which holds its digest only.
 * The file is read again when it has changed, so that a token that is taken out ends at once.
 */
public final class Tokens {
  private static final Pattern LINE =
      Pattern.compile("(send|read) sha256:([0-9a-f]{64}) ([A-Za-z0-9._-]{1,100})");

  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private final AtomicReference<Known> known;

  private record Entry(Token.Purpose purpose, byte[] digest) {}

  private record Known(FileTime changed, long bytes, List<Entry> entries) {}

  private Tokens(Path file, Known known) {
    this.file = file;
    this.known = new AtomicReference<>(known);
  }

  /**
   * @throws InputException if there is no such file, or a line of it is none of a token
   */
  public static Tokens in(Path file) {
    try {
      return new Tokens(file, read(file));
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be read (%s). Make a token with candor inventory token send --tokens %s."
              .formatted(
                  Visible.of(file.toString()),
                  e.getClass().getSimpleName(),
                  Visible.of(file.toString())),
          e);
    }
  }

  private static Known read(Path file) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    long bytes = Files.size(file);
    if (bytes > MOST_BYTES) {
      throw new InputException(
          "%s is larger than a file of tokens.".formatted(Visible.of(file.toString())));
    }
    List<Entry> entries = new ArrayList<>();
    List<String> lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        entries.add(entry(line, file, i + 1));
      }
    }
    return new Known(changed, bytes, List.copyOf(entries));
  }

  private static Entry entry(String line, Path file, int number) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      // Not the line itself: it may be a secret that somebody put there.
      throw new InputException(
          "%s, line %d: not a token's line as candor inventory token writes it."
              .formatted(Visible.of(file.toString()), number));
    }
    return new Entry(
        Token.Purpose.named(matcher.group(1)).orElseThrow(),
        HexFormat.of().parseHex(matcher.group(2)));
  }

  /** For what a secret is good; empty where it is none. It takes as long whatever is wrong. */
  Optional<Token.Purpose> purposeOf(String secret) {
    byte[] digest = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    Optional<Token.Purpose> found = Optional.empty();
    for (Entry entry : current().entries()) {
      if (MessageDigest.isEqual(entry.digest(), digest)) {
        found = Optional.of(entry.purpose());
      }
    }
    return found;
  }

  /** A file that is gone or broken lets nobody in. */
  private Known current() {
    Known last = known.get();
    try {
      if (!last.changed().equals(Files.getLastModifiedTime(file))
          || last.bytes() != Files.size(file)) {
        last = read(file);
      }
    } catch (IOException | InputException e) {
      last = new Known(FileTime.fromMillis(0), -1, List.of());
    }
    known.set(last);
    return last;
  }
}
