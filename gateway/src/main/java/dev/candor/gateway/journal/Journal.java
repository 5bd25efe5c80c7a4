package dev.candor.gateway.journal;

import dev.candor.core.InputException;
import dev.candor.gateway.Entry;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Records;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries as lines of JSON in numbered files of a folder. An entry is kept when its line is on disk
 * ({@code fsync}); several that come at once share one. A line that has no end was never kept.
 * Nothing is ever deleted: when the folder holds as much as it may, no more is kept until somebody
 * moves files away, and the gateway says so.
 */
public final class Journal implements Records, AutoCloseable {
  private static final Pattern FILE = Pattern.compile("findings-([0-9]{8})\\.jsonl");
  private static final int MOST_WAITING = 4_096;
  private static final int MOST_AT_ONCE = 512;
  private static final String NO_MORE = "findings are written no more";

  private final Path folder;
  private final long mostBytes;
  private final long mostFile;
  private final Metrics metrics;
  private final FileLock lock;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private @Nullable FileChannel file;
  private int number;
  private long written;
  private volatile boolean ending;
  private volatile boolean ended;
  private volatile String trouble = "";

  private record Waiting(Entry entry, byte[] line, CompletableFuture<Entry> kept) {}

  /**
   * Begins a new file in the folder, which is made.
   *
   * @param mostBytes in all files of the folder together
   * @param mostFile after so many bytes another file is begun
   * @throws InputException if the folder cannot be used, or another gateway uses it
   */
  public Journal(Path folder, long mostBytes, long mostFile, Metrics metrics) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.mostFile = mostFile;
    this.metrics = metrics;
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      lock = lock(folder.resolve("lock"));
      number = numbers().stream().mapToInt(n -> n).max().orElse(0);
      file = begin();
    } catch (IOException e) {
      throw new InputException(
          "Findings cannot be kept in %s (%s). Name another folder with --findings."
              .formatted(folder, e),
          e);
    }
    writer = Thread.ofPlatform().name("gateway-journal").daemon().start(this::run);
  }

  private static FileLock lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // of this process
    }
    channel.close();
    throw new InputException(
        "Another gateway keeps its findings in %s. Name another folder with --findings."
            .formatted(path.getParent()));
  }

  private List<Integer> numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> FILE.matcher(String.valueOf(path.getFileName())))
          .filter(Matcher::matches)
          .map(match -> Integer.parseInt(match.group(1)))
          .toList();
    }
  }

  private FileChannel begin() throws IOException {
    number++;
    FileChannel begun =
        FileChannel.open(
            folder.resolve("findings-%08d.jsonl".formatted(number)),
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    written = 0;
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true); // else the file could be lost with its name
    }
    return begun;
  }

  /** Why nothing is kept now; empty where it is. */
  public String trouble() {
    return trouble;
  }

  @Override
  public CompletionStage<Entry> keep(Entry entry) {
    Waiting waiting = new Waiting(entry, EntryJson.line(entry), new CompletableFuture<>());
    if (ending || !queue.offer(waiting)) {
      waiting.kept().completeExceptionally(new IOException("too many findings wait to be written"));
    } else if (ended && queue.remove(waiting)) {
      fail(List.of(waiting), new IOException(NO_MORE)); // it came behind the last look
    }
    return waiting.kept();
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    try {
      while (!ending || !queue.isEmpty()) {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, MOST_AT_ONCE - 1);
          keep(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // Whatever ended it, nobody waits for a thread that is gone.
      ending = true;
      ended = true;
      queue.drainTo(batch);
      fail(batch, new IOException(NO_MORE));
    }
  }

  private void keep(List<Waiting> batch) {
    try {
      write(batch);
      trouble = "";
      metrics.add("entries_kept", batch.size());
      batch.forEach(one -> one.kept().complete(one.entry()));
    } catch (IOException | RuntimeException e) {
      trouble = "Findings cannot be kept: " + e.getMessage();
      metrics.add("entries_failed", batch.size());
      fail(batch, e);
    }
  }

  private static void fail(List<Waiting> batch, Exception cause) {
    batch.forEach(one -> one.kept().completeExceptionally(cause));
  }

  private void write(List<Waiting> batch) throws IOException {
    int length = batch.stream().mapToInt(one -> one.line().length).sum();
    if (held() + length > mostBytes) {
      throw new IOException(
          "%s is full; move its older files away or raise --most-findings".formatted(folder));
    }
    FileChannel to = file;
    if (to == null || written > 0 && written + length > mostFile) {
      end();
      to = begin();
      file = to;
    }
    ByteBuffer lines = ByteBuffer.allocate(length);
    batch.forEach(one -> lines.put(one.line()));
    lines.flip();
    try {
      while (lines.hasRemaining()) {
        int _ = to.write(lines);
      }
      to.force(false);
      written += length;
    } catch (IOException e) {
      // Half a line may stand there; the next entry must not be written behind it.
      end();
      throw e;
    }
  }

  /** Asked for each batch, since files may be moved away at any time. */
  private long held() throws IOException {
    long held = 0;
    for (int n : numbers()) {
      Path path = folder.resolve("findings-%08d.jsonl".formatted(n));
      held += Files.exists(path) ? Files.size(path) : 0;
    }
    return held;
  }

  private void end() throws IOException {
    FileChannel old = file;
    file = null;
    if (old != null) {
      old.close();
    }
  }

  /** What waits is written before. */
  @Override
  public void close() {
    ending = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(10));
      end();
      lock.channel().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      trouble = "Findings cannot be kept: " + e.getMessage();
    }
  }
}
