package dev.candor.scan;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.Content;
import dev.candor.artifact.Entry;
import dev.candor.artifact.EntryVisitor;
import dev.candor.artifact.Language;
import dev.candor.artifact.Limits;
import dev.candor.artifact.Module;
import dev.candor.artifact.Modules;
import dev.candor.core.ByteRange;
import dev.candor.core.Progress;
import dev.candor.core.StaticFindings;
import dev.candor.scan.flow.FlowScan;
import dev.candor.scan.flow.JoinedFlows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** The static side: reads every module of an artifact and tells what is stored hidden in it. */
public final class Scan implements EntryVisitor {
  /** A machine-code module is scanned in slices of this size, side by side. */
  private static final int SLICE = 16 << 20;

  /**
   * Source text that may wait or be worked on at a time, in KiB; tokens take seven times as much.
   */
  private static final int SOURCE_KIB = 40 << 10;

  /** Machine code that may wait or be worked on while the next file is unpacked, in KiB. */
  private static final int BINARY_KIB = 32 << 10;

  /**
   * Modules of this size may well hold a decoder, so that the sandbox starts while they are read.
   */
  private static final int LARGE = 200_000;

  private final Sink sink = new Sink();
  private final FlowGroups flows = new FlowGroups(() -> Gathering.tables(sink.recovered()));
  private final List<Future<?>> waiting = new ArrayList<>();

  private final Lane sources;
  private final Lane binaries;
  private final int threads;

  /**
   * Taken in turn, so that the chain of steps that a large source module takes, which decides when
   * all is done, does not share them with what can as well wait.
   */
  private final Semaphore processors;

  private final Sandbox sandbox;
  private boolean warm;

  /**
   * Workers of their own, so that source text does not stand in line behind bytes.
   *
   * @param room as many permits as KiB may wait or be worked on
   */
  private record Lane(ExecutorService workers, Semaphore room, int kib) {
    Lane(ExecutorService workers, int kib) {
      this(workers, new Semaphore(kib, true), kib);
    }
  }

  private Scan(Lane sources, Lane binaries, int threads, Sandbox sandbox) {
    this.sources = sources;
    this.binaries = binaries;
    this.threads = threads;
    this.processors = new Semaphore(threads, true);
    this.sandbox = sandbox;
  }

  /** Scans all files of {@code artifact}; what a limit left out is told in the findings. */
  public static StaticFindings run(Artifact artifact, Limits limits, Progress progress) {
    progress.stage("scan " + artifact.subject().purl());
    return with(scan -> artifact.walk(limits, scan));
  }

  /** Scans files that are at hand already. */
  public static StaticFindings of(List<Entry> entries) {
    return with(scan -> {
      entries.forEach(scan::visit);
      return List.of();
    });
  }

  private static StaticFindings with(Function<Scan, List<String>> walk) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    try (Sandbox sandbox = new Sandbox();
        ExecutorService sourceWorkers = workers("source-", threads);
        ExecutorService binaryWorkers = workers("binary-", threads)) {
      Scan scan =
          new Scan(
              new Lane(sourceWorkers, SOURCE_KIB),
              new Lane(binaryWorkers, BINARY_KIB),
              threads,
              sandbox);
      List<String> notSeen = new ArrayList<>(walk.apply(scan));
      scan.waiting.forEach(scan::finish);
      List<JoinedFlows> flows = scan.flows.finish();
      flows.forEach(found -> notSeen.addAll(found.notSeen()));
      notSeen.addAll(scan.sink.notSeen().stream().distinct().sorted().toList());
      return Gathering.gather(scan.sink.recovered(), scan.sink.unreadable(), flows, notSeen);
    }
  }

  private static ExecutorService workers(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  @Override
  public void visit(Entry entry) {
    List<Module> modules = Modules.of(entry);
    // A module of source is worked on in a row, so the largest decides when all is done.
    modules.stream()
        .filter(module -> module.language() != Language.BINARY)
        .sorted(Comparator.comparingLong(Module::size).reversed())
        .forEach(this::source);
    List<Future<?>> here = new ArrayList<>();
    for (Module module : modules) {
      if (module.language() != Language.BINARY) {
        continue;
      }
      if (module.size() <= SLICE) {
        later(binaries, module, module.range(), bytes -> scan(bytes, 0, bytes.size()));
        continue;
      }
      for (long from = 0; from < module.size(); from += SLICE) {
        long start = from;
        long end = Math.min(module.size(), from + SLICE);
        here.add(submit(binaries.workers(), module, () -> scan(module, start, end)));
      }
    }
    // The entry's content is gone when this returns; all else was copied.
    here.forEach(this::finish);
  }

  private void source(Module module) {
    if (module.size() > LARGE && !warm) {
      warm = true;
      Thread.ofPlatform().daemon().name("sandbox-start").start(sandbox::warmUp);
      Thread.ofPlatform().daemon().name("flows-start").start(FlowScan::warmUp);
    }
    long start = module.range().start();
    for (Window window : Window.of(module)) {
      later(sources, module, window.range().shift(start), this::scan);
    }
  }

  /** Scans a copy of a part of the module, as soon as there is room for it. */
  private void later(Lane lane, Module module, ByteRange range, Consumer<Module> scan) {
    int taken = (int) Math.min(lane.kib(), (range.length() >> 10) + 1);
    lane.room().acquireUninterruptibly(taken);
    Content copy = new Copy(range.start(), module.content().bytes(range.start(), range.end()));
    Module part = new Module(module.name(), module.language(), copy, range);
    waiting.add(
        submit(
            lane.workers(),
            part,
            () -> {
              try {
                scan.accept(part);
              } finally {
                lane.room().release(taken);
              }
            }));
  }

  private void scan(Module text) {
    int wanted = text.size() > LARGE ? Math.min(2, threads) : 1;
    processors.acquireUninterruptibly(wanted);
    SourceScan scan;
    try {
      scan = SourceScan.search(text, sandbox, sink);
    } finally {
      processors.release(wanted);
    }
    scan.finish(flows);
  }

  private void scan(Module module, long from, long to) {
    processors.acquireUninterruptibly();
    try {
      BinaryScan.scan(module, from, to, sink);
    } finally {
      processors.release();
    }
  }

  private Future<?> submit(ExecutorService workers, Module module, Runnable task) {
    return workers.submit(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        // One module that cannot be scanned must not hide what the others hold.
        sink.notSeen(module.name() + ": scan failed: " + e);
      }
    });
  }

  private void finish(Future<?> task) {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a scan ended in an error", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("scan was interrupted", e);
    }
  }

  /** Bytes of a file from {@code offset} on, in memory. */
  private static final class Copy implements Content {
    private final long offset;
    private final byte[] bytes;

    Copy(long offset, byte[] bytes) {
      this.offset = offset;
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return offset + bytes.length;
    }

    /** All of them are the array itself: nothing here changes what it reads. */
    @Override
    public byte[] bytes(long start, long end) {
      return start == offset && end == size() ? bytes : Content.super.bytes(start, end);
    }

    @Override
    public void read(long position, byte[] into, int at, int length) {
      System.arraycopy(bytes, Math.toIntExact(position - offset), into, at, length);
    }
  }
}
