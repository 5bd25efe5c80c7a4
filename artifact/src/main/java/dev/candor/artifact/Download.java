package dev.candor.artifact;

import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Fetches one file into a temporary place and verifies it. What an interrupted run left there is
 * continued if the server can (RFC 9110, sections 13.1.5 and 14), else fetched anew.
 */
final class Download {
  /** The largest package file known in 2026-11 is a quarter of a GiB. */
  private static final long MOST_BYTES = 4L << 30;

  /** So much more than before makes a try count as a success, however it ended. */
  private static final long PROGRESS_BYTES = 1 << 20;

  private final Transport transport;
  private final ProxyRules proxies;
  private final Patience patience;
  private final Disk disk;

  Download(Transport transport, ProxyRules proxies, Patience patience, Disk disk) {
    this.transport = transport;
    this.proxies = proxies;
    this.patience = patience;
    this.disk = disk;
  }

  /** A file that is wanted. */
  private record Wanted(String what, Integrity expected, PartFile part, Progress progress) {}

  /** A server that does not give the file, so that the next one is to be asked. */
  private static final class NotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final InputException reason;

    NotServed(InputException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /**
   * @param sources addresses of the same file, the best first
   * @param part where it is written, and where an earlier run may have left a beginning
   * @return the file's SHA-512 in hexadecimal
   * @throws InputException if no source gives the expected bytes, or they cannot be written
   */
  String fetch(String what, List<URI> sources, Integrity expected, Path part, Progress progress) {
    Wanted wanted = new Wanted(what, expected, new PartFile(part, disk), progress);
    Optional<InputException> failure = Optional.empty();
    for (URI source : sources) {
      try {
        return from(source, wanted);
      } catch (NotServed e) {
        failure.ifPresent(e.reason::addSuppressed);
        failure = Optional.of(e.reason);
      }
    }
    throw failure.orElseThrow();
  }

  private String from(URI source, Wanted wanted) {
    long best = 0;
    int attempt = 1;
    while (true) {
      try {
        Optional<String> digest = once(source, wanted);
        if (digest.isPresent()) {
          return digest.get();
        }
      } catch (IOException e) {
        long length = wanted.part.length();
        if (length >= best + PROGRESS_BYTES) {
          best = length;
          attempt = 1;
        }
        if (attempt >= patience.attempts() || !Trouble.passing(e)) {
          throw new NotServed(Trouble.network(wanted.what, source, proxies.forAddress(source), e));
        }
        LockSupport.parkNanos(patience.pauseAfter(attempt).toNanos());
        attempt++;
      }
    }
  }

  /** Empty if what an earlier try left was of no use; it is gone then, so this happens once. */
  private Optional<String> once(URI source, Wanted wanted) throws IOException {
    Hashes kept = new Hashes(wanted.expected);
    long length = wanted.part.take(kept);
    if (length > 0 && kept.match()) {
      return Optional.of(kept.sha512());
    }
    try (Answer answer = transport.get(source, wanted.part.headers(length))) {
      int status = answer.status();
      boolean resumed = status == 206 && length > 0 && startsAt(answer, length);
      if (!resumed && length > 0 && (status == 206 || status == 416)) {
        wanted.part.discard();
        return Optional.empty();
      }
      if (answer.passing()) {
        throw new IOException("the server answered " + status);
      }
      if (!resumed && status != 200) {
        throw new NotServed(Trouble.refused(wanted.what, answer, proxies.forAddress(answer.uri())));
      }
      Hashes hashes = resumed ? kept : new Hashes(wanted.expected);
      receive(answer, resumed ? length : 0, hashes, wanted);
      if (hashes.match()) {
        return Optional.of(hashes.sha512());
      }
      wanted.part.discard();
      if (resumed) {
        return Optional.empty(); // The beginning may have been another file's: once more, whole.
      }
      throw new NotServed(mismatch(wanted, answer.uri(), hashes));
    }
  }

  private void receive(Answer answer, long start, Hashes hashes, Wanted wanted) throws IOException {
    OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
    OptionalLong total =
        length.isPresent() ? OptionalLong.of(start + length.getAsLong()) : OptionalLong.empty();
    if (total.orElse(0) > MOST_BYTES) {
      throw new NotServed(tooLarge(wanted));
    }
    long done = start;
    byte[] buffer = new byte[1 << 16];
    try (PartFile.Writing file = wanted.part.write(answer, start, total)) {
      wanted.progress.bytes(done, total);
      for (int n = answer.body().read(buffer); n >= 0; n = answer.body().read(buffer)) {
        done += n;
        if (done > MOST_BYTES) {
          throw new NotServed(tooLarge(wanted));
        }
        hashes.update(buffer, n);
        file.add(buffer, n);
        wanted.progress.bytes(done, total);
      }
    }
  }

  private static boolean startsAt(Answer answer, long start) {
    return answer
        .header("Content-Range")
        .filter(range -> range.startsWith("bytes " + start + "-"))
        .isPresent();
  }

  private static InputException mismatch(Wanted wanted, URI source, Hashes hashes) {
    return new InputException(
        wanted.what
            + " from "
            + Shown.address(source)
            + " is not the file that the registry promised: "
            + wanted.expected.algorithm()
            + " "
            + wanted.expected.accepted().getFirst().hex()
            + " expected, "
            + hashes.got()
            + " received. Nothing was kept. A mirror or proxy that changes downloads may be at"
            + " work; try another one with --registry.");
  }

  private static InputException tooLarge(Wanted wanted) {
    return new InputException(
        wanted.what
            + " is larger than "
            + (MOST_BYTES >> 30)
            + " GiB and was not fetched. Download it yourself and give its path.");
  }
}
