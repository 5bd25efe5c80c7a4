package dev.candor.fleet.inventory.find;

import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Goes through all folders below a root once, and hands on what finders want. No link is followed:
 * what it leads to is looked at where it lies, if that is below the root.
 */
final class Walk {
  static final int THREADS = 2;

  private static final List<Finder> FINDERS =
      ServiceLoader.load(Finder.class, Finder.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** Entries between two words of progress. */
  private static final long OFTEN = 10_000;

  private final Map<String, String> skipped;
  private final Findings findings;
  private final LongConsumer progress;

  private final Deque<Folder> open = new ArrayDeque<>();
  private final Set<Object> known = new HashSet<>();
  private int busy;
  private Optional<RuntimeException> failure = Optional.empty();

  private final AtomicLong entries = new AtomicLong();
  private final AtomicLong links = new AtomicLong();
  private final AtomicLong others = new AtomicLong();

  /**
   * @param skipped places that are not gone into, and why
   * @param progress told now and then how many entries were seen
   */
  Walk(Map<String, String> skipped, Findings findings, LongConsumer progress) {
    this.skipped = Map.copyOf(skipped);
    this.findings = findings;
    this.progress = progress;
  }

  /** Goes through everything below some folders, and returns when that is done. */
  void run(List<Folder> starts) {
    starts.forEach(open::push);
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < THREADS; i++) {
      threads.add(Thread.ofPlatform().name("walk-" + i).daemon().start(this::work));
    }
    work();
    threads.forEach(Walk::join);
    failure.ifPresent(e -> {
      throw e;
    });
    tellWhatWasPassedBy();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    Optional<Folder> next = take();
    while (next.isPresent()) {
      List<Folder> inner = List.of();
      try {
        inner = look(next.get());
      } catch (RuntimeException e) {
        fail(e);
      } finally {
        done(inner);
      }
      next = take();
    }
  }

  private synchronized Optional<Folder> take() {
    while (open.isEmpty() && busy > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        open.clear();
        return Optional.empty();
      }
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    busy++;
    return Optional.of(open.pop());
  }

  private synchronized void done(List<Folder> inner) {
    inner.forEach(open::push);
    busy--;
    notifyAll();
  }

  private synchronized void fail(RuntimeException e) {
    failure = Optional.of(e);
    open.clear();
  }

  /** Whether a folder was not gone through before by way of another mount. */
  private synchronized boolean isNew(Object key) {
    return known.add(key);
  }

  private List<Folder> look(Folder folder) {
    List<Folder> inner = new ArrayList<>();
    long count = 0;
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder.path())) {
      for (Path path : paths) {
        count++;
        entry(folder, path, inner);
      }
    } catch (DirectoryIteratorException e) {
      IOException cause = e.getCause();
      findings.unseen().add(folder.place(), cause == null ? "cannot be read" : reason(cause));
    } catch (NoSuchFileException e) {
      // Deleted since: then it is not there.
      count = 0;
    } catch (IOException e) {
      findings.unseen().add(folder.place(), reason(e));
    }
    tellProgress(count);
    return inner;
  }

  private void tellProgress(long count) {
    long now = entries.addAndGet(count);
    if (now / OFTEN != (now - count) / OFTEN) {
      progress.accept(now);
    }
  }

  private void entry(Folder folder, Path path, List<Folder> inner) {
    String name = path.getFileName().toString();
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      tellUnnameable(folder, name);
      return;
    } catch (IOException e) {
      findings.unseen().add(folder.place(name), reason(e));
      return;
    }
    if (attributes.isSymbolicLink()) {
      links.incrementAndGet();
    } else if (attributes.isDirectory()) {
      folder(folder, name, path, attributes, inner);
    } else if (attributes.isRegularFile()) {
      offer(new Entry(folder, name, path, false, attributes.size()));
    } else {
      others.incrementAndGet();
      Entry asFile = new Entry(folder, name, path, false, 0);
      if (FINDERS.stream().anyMatch(finder -> finder.wants(asFile, findings.catalogue()))) {
        findings.unseen().add(asFile.place(), "a pipe, socket or device, not opened");
      }
    }
  }

  /** A name in bytes that this Java cannot write comes back as another one, which is not there. */
  private void tellUnnameable(Folder folder, String name) {
    if (name.indexOf('\ufffd') >= 0) {
      findings.unseen().add(folder.place(name), "a name that is no text, not looked at");
    }
  }

  private void folder(
      Folder folder, String name, Path path, BasicFileAttributes attributes, List<Folder> inner) {
    Folder found = folder.inner(name);
    Optional<String> why = Optional.ofNullable(skipped.get(found.place()));
    if (why.isPresent()) {
      findings.unseen().add(found.place(), why.get());
      return;
    }
    Object key = attributes.fileKey();
    if (key == null || isNew(key)) {
      offer(new Entry(folder, name, path, true, 0));
      inner.add(found);
    }
  }

  private void offer(Entry entry) {
    for (Finder finder : FINDERS) {
      if (finder.wants(entry, findings.catalogue())) {
        try {
          finder.look(entry, findings);
        } catch (IOException e) {
          // What was deleted since is not there.
          if (!(e instanceof NoSuchFileException)) {
            findings.unseen().add(entry.place(), reason(e));
          }
        }
      }
    }
  }

  private void tellWhatWasPassedBy() {
    if (links.get() > 0) {
      findings
          .unseen()
          .add(
              links + (links.get() == 1 ? " link" : " links"),
              "not followed; what lies below the root was looked at where it lies");
    }
    if (others.get() > 0) {
      findings.unseen().add(others + " of pipes, sockets and devices", "not opened");
    }
  }

  /** Without the path, which the caller names. */
  static String reason(IOException e) {
    return switch (e) {
      case Unread unread -> String.valueOf(unread.getMessage());
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException file when file.getReason() != null ->
          Visible.of(file.getReason(), 100).toLowerCase(Locale.ROOT);
      default -> "cannot be read";
    };
  }
}
