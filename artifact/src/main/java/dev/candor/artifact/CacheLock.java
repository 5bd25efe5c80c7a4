package dev.candor.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps two makers of the same entry of the cache apart, in this process and others. It spares
 * work; what keeps the cache right is the atomic move, so a file system without locks will do.
 */
public final class CacheLock implements AutoCloseable {
  // A file lock belongs to the whole process, so threads of one process need their own.
  private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock inProcess;
  private final FileChannel channel;

  private CacheLock(Path file, ReentrantLock inProcess, FileChannel channel) {
    this.file = file;
    this.inProcess = inProcess;
    this.channel = channel;
  }

  /**
   * @param file is made if it is not there
   * @param waiting is called if another one has it, before it is waited for
   */
  public static CacheLock on(Path file, Runnable waiting) throws IOException {
    ReentrantLock inProcess =
        IN_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), any -> new ReentrantLock());
    if (!inProcess.tryLock()) {
      waiting.run();
      inProcess.lock();
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() == null) {
          waiting.run();
          channel.lock();
        }
      } catch (IOException e) {
        return new CacheLock(file, inProcess, channel); // Network file systems may know no locks.
      }
      return new CacheLock(file, inProcess, channel);
    } catch (IOException | RuntimeException e) {
      inProcess.unlock();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close(); // Gives the file lock back too.
    } catch (IOException e) {
      throw Trouble.disk(file, "to be writable", e);
    } finally {
      inProcess.unlock();
    }
  }
}
