package dev.candor.campaign.simulate;

import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A made-up exchange log with labels: one {@link SimulationRequest}, the same each time. */
public final class Simulation {
  /** Rows that are held at a time for each thread, about 100 bytes each. */
  private static final int SLICE_ROWS = 2_000_000;

  private final SimulationRequest request;
  private final World world;
  private final List<Actor> actors;
  private final String[] names;
  private final long[] created;

  private Simulation(SimulationRequest request) {
    this.request = request;
    world = World.of(request);
    actors = shuffled(actors());
    names = new String[actors.size()];
    created = new long[actors.size()];
    Pseudonyms pseudonyms = new Pseudonyms(request.seed());
    for (int i = 0; i < names.length; i++) {
      names[i] = pseudonyms.of(0, i);
      created[i] = actors.get(i).created();
    }
  }

  /**
   * Writes the log as {@code exchanges/DAY-PART.parquet}, the labels as {@code labels.csv}, and
   * what they were made from as {@code simulation.json}.
   *
   * @param folder is made; what is in it must not be in the way
   * @param resources {@link Resources#threads} days are written at a time
   * @throws InputException if the folder has files, or cannot be written
   */
  public static void write(
      SimulationRequest request, Path folder, Resources resources, Progress progress) {
    Path log = folder.resolve("exchanges");
    try {
      makeEmpty(folder);
      Files.createDirectories(log);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    Simulation simulation = new Simulation(request);
    try {
      simulation.days(log, resources, progress);
      Labels.write(simulation.names, simulation.actors, folder.resolve("labels.csv"));
      Description.write(request, simulation.world, folder.resolve("simulation.json"));
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(folder, e);
    }
  }

  private static void makeEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new InputException(
            "The folder %s is not empty. Name a new one, or remove what is in it."
                .formatted(folder));
      }
    }
  }

  private static InputException unwritable(Path folder, Exception e) {
    return new InputException(
        "cannot write %s: %s. Free some space or name another place."
            .formatted(folder, e.getMessage()),
        e);
  }

  private List<Actor> actors() {
    List<Actor> made = new ArrayList<>(Population.of(world, request.organicAccounts()));
    int[] sizes =
        Campaign.sizes(request.campaignAccounts(), Draw.of(request.seed(), Names.CAMPAIGN));
    Tactics tactics = request.tactics();
    for (int i = 0; i < sizes.length; i++) {
      made.addAll(Agent.of(Campaign.of(world, tactics, i, sizes[i])));
    }
    return made;
  }

  /** In an order that says nothing (Fisher and Yates). */
  private List<Actor> shuffled(List<Actor> made) {
    Draw draw = Draw.of(request.seed(), Names.SHUFFLE);
    for (int i = made.size() - 1; i > 0; i--) {
      int other = draw.below(i + 1);
      Actor one = made.get(i);
      made.set(i, made.get(other));
      made.set(other, one);
    }
    return made;
  }

  private void days(Path log, Resources resources, Progress progress) throws IOException {
    Quotas quotas = new Quotas(world, actors, request.exchanges(), request.campaignExchanges());
    int threads = resources.threads();
    Resources each = new Resources(resources.memory() / threads, 1, resources.spill());
    BlockingQueue<SliceWriter> idle = new ArrayBlockingQueue<>(threads);
    List<SliceWriter> writers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        SliceWriter writer = new SliceWriter(world, names, created, log, each);
        writers.add(writer);
        idle.add(writer);
      }
      List<Future<?>> running = new ArrayList<>();
      progress.stage("simulate");
      for (int day = 0; day < request.days(); day++) {
        int now = day;
        int[] counts = quotas.next();
        SliceWriter writer = idle.take();
        running.add(
            pool.submit(() -> {
              write(now, counts, writer, log);
              return idle.add(writer);
            }));
        progress.bytes(day, OptionalLong.of(request.days()));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (SQLException | ExecutionException e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      closeAll(writers);
    }
  }

  private static void closeAll(List<SliceWriter> writers) throws IOException {
    for (SliceWriter writer : writers) {
      try {
        writer.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  private void write(int day, int[] counts, SliceWriter writer, Path log) throws SQLException {
    long rows = 0;
    for (int count : counts) {
      rows += count;
    }
    int parts = (int) (1 + rows / SLICE_ROWS);
    int[] opened = new int[counts.length];
    long start = world.calendar().start(day);
    for (int i = 0; i < opened.length; i++) {
      opened[i] = (int) Math.clamp(actors.get(i).begins() + 1 - start, 0, Calendar.DAY - 1L);
    }
    for (int part = 0; part < parts; part++) {
      Slice slice =
          new Slice(
              (int) ((long) Calendar.DAY * part / parts),
              (int) ((long) Calendar.DAY * (part + 1) / parts),
              opened);
      act(day, counts, slice);
      String name = "%s-%02d.parquet".formatted(world.calendar().first().plusDays(day), part + 1);
      writer.write(day, slice, log.resolve(name));
    }
  }

  /** All that happens on the day; the slice keeps its part. */
  private void act(int day, int[] counts, Slice slice) {
    Row row = new Row();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        row.account = i;
        actors.get(i).act(day, counts[i], Draw.of(world.seed(), Names.DAY, i, day), row, slice);
      }
    }
  }
}
